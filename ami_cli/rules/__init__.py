"""Call + application + documents → outcomes. One module per rule, pure: no rule opens a file or looks at a clock."""

from collections.abc import Sequence

from ami_cli.models.assessment import Assessment, Case
from ami_cli.models.page import RulePage
from ami_cli.models.settlement import Settlement
from ami_cli.rules import (
    application_file_mistake,
    availability_not_stated,
    budget_other_currency,
    budget_over_ceiling,
    budget_sum_wrong,
    budget_taxes_unclear,
    budget_total_unclear,
    contingency_too_high,
    documents_elsewhere,
    duplicate_document,
    firm_not_stated,
    member_without_cv,
    missing_document,
    other_statement_to_read,
    received_late,
    signature_to_see,
    similar_missions_not_stated,
    team_size,
    too_few_references,
    too_heavy,
    too_many_files,
    too_many_pages,
    too_many_slides,
    too_many_words,
    unreadable_document,
    wrong_channel,
    wrong_format,
    wrong_language,
    wrong_subject,
)
from ami_cli.rules.engine import assess as engine
from ami_cli.rules.engine.settled import settled
from ami_cli.rules.money import offer

RULES = (
    application_file_mistake.RULE,
    received_late.RULE,
    wrong_channel.RULE,
    wrong_subject.RULE,
    unreadable_document.RULE,
    duplicate_document.RULE,
    documents_elsewhere.RULE,
    missing_document.RULE,
    member_without_cv.RULE,
    team_size.RULE,
    too_many_pages.RULE,
    too_many_slides.RULE,
    too_many_words.RULE,
    too_heavy.RULE,
    too_many_files.RULE,
    wrong_format.RULE,
    wrong_language.RULE,
    firm_not_stated.RULE,
    similar_missions_not_stated.RULE,
    too_few_references.RULE,
    availability_not_stated.RULE,
    other_statement_to_read.RULE,
    signature_to_see.RULE,
    budget_total_unclear.RULE,
    budget_other_currency.RULE,
    budget_taxes_unclear.RULE,
    budget_sum_wrong.RULE,
    budget_over_ceiling.RULE,
    contingency_too_high.RULE,
)
"""In the order of every table and letter; a rule stands after those it requires."""

PAGES: tuple[RulePage, ...] = tuple(rule.page for rule in RULES)
"""What `ami explain` shows of each."""

_TITLES = {page.name: page.title for page in PAGES}


def assess(case: Case) -> Assessment:
    """Return what every rule says of one application: pure, the same for the same case, whatever the order of its files."""
    return engine.assess(case, RULES).model_copy(update={"price": offer.price(case)})


def settle(assessment: Assessment, entries: Sequence[Settlement]) -> Assessment:
    """Return the assessment with what people settled laid over it: a point that a person looked at is as they say."""
    return settled(assessment, entries, _TITLES)


__all__ = ["PAGES", "RULES", "assess", "settle"]
