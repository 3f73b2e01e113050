"""An amount of money in prose that contradicts the budget."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.passages import passages
from ami_cli.models.call import Call
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted

PAGE = page(
    "prose-amount",
    title=Words(fr="Montant contredit par la prose", en="Amount contradicted by the prose"),
    checks=Words(
        fr="Un montant que la prose donne pour le budget de la mission est celui du champ « budget », dans sa devise.",
        en="An amount that the prose gives for the budget of the mission is that of the field “budget”, in its currency.",
    ),
    why=Words(
        fr="Une offre calée sur l’autre montant serait refusée, ou trop basse.",
        en="An offer set by the other amount would be refused, or too low.",
    ),
    example=Words(
        fr="« un budget maximum de 12 000 € » quand ceiling vaut 15000.", en="“a budget of at most €12,000” where ceiling is 15000."
    ),
    remedy=Words(
        fr="corrigez l’un des deux, ou retirez le montant de la prose",
        en="correct one of the two, or take the amount out of the prose",
    ),
)

_ABOUT = re.compile(
    r"(?=.*(?:budget|plafond|enveloppe|ceiling|montant|amount))"
    r"(?=.*(?:mission|consultan|prestation|total|maxim|\bTTC\b|\bHT\b|disponible|available|at most|assignment|honoraires|fees))",
    re.IGNORECASE,
)
_SIGNS = {"€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "£": "GBP", "dollar": "USD", "dollars": "USD"}
_SIGN = r"€|\$|£|euros?\b|dollars?\b|[A-Z]{3}\b"
_DIGITS = r"(?<!\d)(?:\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3}){1,4}(?:[.,]\d{2})?|\d{1,12}(?:[.,]\d{1,2})?)(?!\d)"
_AMOUNT = re.compile(rf"(?P<before>{_SIGN})\s?(?P<a>{_DIGITS})(?P<ka>\s?k\b)?|(?P<b>{_DIGITS})\s?(?P<kb>k\s?)?(?P<after>{_SIGN})")


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each amount that the budget does not have."""
    known = _known(loaded.call)
    if not known:
        return
    for passage in passages(loaded):
        for sentence in passage.sentences():
            if not _ABOUT.match(sentence.text):
                continue
            for match in _AMOUNT.finditer(sentence.text):
                message = _contradiction(match, known, loaded.call.budget.currency)
                if message is not None:
                    line = passage.line(sentence.start + match.start())
                    yield Doubt(passage.path, message, line=line, source=passage.source)


def _known(call: Call) -> set[Decimal]:
    budget = call.budget
    amounts = [budget.ceiling, budget.floor, budget.exact, *(lot.ceiling for lot in call.lots)]
    return {amount for amount in amounts if amount is not None}


def _contradiction(match: re.Match[str], known: set[Decimal], currency: str) -> Words | None:
    sign = (match["before"] or match["after"]).lower()
    written = _SIGNS.get(sign, sign.upper())
    if written not in {*_SIGNS.values(), currency}:
        return None
    amount = _amount(match["a"] or match["b"]) * (1000 if match["ka"] or match["kb"] else 1)
    if amount in known and written == currency:
        return None
    said = ", ".join(f"{value:f}" for value in sorted(known))
    shown = quoted(match.group().strip())
    return Words(fr=f"« {shown} » : le budget dit {said} {currency}", en=f"“{shown}”: the budget says {said} {currency}")


def _amount(digits: str) -> Decimal:
    """Return the amount, whatever marks group its digits: a mark before exactly two last digits is the decimal one."""
    decimal = re.search(r"[.,](\d{1,2})$", digits)
    whole = digits[: decimal.start()] if decimal else digits
    return Decimal(re.sub(r"\D", "", whole) + (f".{decimal[1]}" if decimal else ""))


WARNING = CallWarning(PAGE, check)
