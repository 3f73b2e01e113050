"""A choice to a decision on the record, and to the committee's minutes."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ami_cli import call, notice, record, selection
from ami_cli.errors import UsageError
from ami_cli.files import sha256_of, write_whole
from ami_cli.models.content import Block, Heading, NewPage, Notice
from ami_cli.models.text import Words
from ami_cli.pipeline import choosing, dressing, evaluating
from ami_cli.pipeline.recording import Done, journal
from ami_cli.pipeline.scope import Scope
from ami_cli.selection import grids

RECORDED = Words(
    fr="Décision enregistrée. Ensuite : ami minutes{stage} pour le procès-verbal, ami letters …{stage} pour les courriers.",
    en="Decision recorded. Next: ami minutes{stage} for the minutes, ami letters …{stage} for the letters.",
)
SAME = Words(
    fr="La décision enregistrée dit déjà la même chose : rien n’a été ajouté.",
    en="The decision on record says the same already: nothing has been added.",
)


def decide(scope: Scope, made: selection.Choice, who: str, reason: str | None, now: datetime) -> bool:
    """Record who is shortlisted, in reserve, not retained; return False where the decision that holds says the same.

    Raises:
        SourceError: somebody is undecided, or an earlier decision changes and no reason is given.
    """
    if not who.strip():
        raise UsageError(
            fr="--who : dites qui décide",
            en="--who: say who decides",
            remedy_fr='par exemple : --who "Comité de sélection du 3 septembre"',
            remedy_en='for instance: --who "Selection committee of 3 September"',
        )
    paper = choosing.papers(scope, made.stage)
    entry = selection.decision(made.shortlist, who.strip(), now, made.stage, reason)
    if not selection.record(paper.decisions, entry):
        return False
    counts = {"shortlisted": len(entry.shortlisted), "reserve": len(entry.reserve), "not_retained": len(entry.not_retained)}
    inputs = [path for path in (scope.call_file, paper.grounds) if path.exists()]
    journal(scope.workspace, Done("decide", scope.call_file.stem, inputs, [paper.decisions], counts), now)
    return True


def minutes(scope: Scope, made: selection.Choice, wish: tuple[str, str], out: Path | None, now: datetime) -> tuple[Path, ...]:
    """Write the minutes in the formats and the languages of `wish` (`docx,pdf` and `fr`, `en` or `both`); return their paths."""
    loaded = call.load(scope.call_file)
    formats, languages = _formats(wish[0]), ("fr", "en") if wish[1] == "both" else (wish[1],)
    papers = _files(scope, made)
    setting = dressing.setting(loaded, scope.workspace, now, draft=True)
    trees = [notice.compose(setting, language, "minutes", selection.minutes(made, papers, language)) for language in languages]
    brand, folder = dressing.brand(loaded, scope.workspace), out or scope.workspace.exports(loaded.call.id)
    later = "" if made.stage == loaded.call.first_stage else f"-{made.stage}"
    name = f"{loaded.call.id}-minutes{later}.{'-'.join(languages)}"
    contents = {folder / f"{name}.{form}": notice.write(_one_after_the_other(trees), form, brand) for form in formats}
    for path, content in contents.items():
        write_whole(path, content)
    journal(scope.workspace, Done("minutes", scope.call_file.stem, (scope.call_file,), tuple(contents)), now)
    return tuple(contents)


def _formats(words: str) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(word.strip().lower() for word in words.split(",") if word.strip()))
    unknown = [form for form in asked if form not in MINUTES]
    if unknown or not asked:
        raise UsageError(
            fr=f"--to : format inconnu : « {', '.join(unknown) or words} »",
            en=f"--to: no such format: “{', '.join(unknown) or words}”",
            remedy_fr=f"les formats sont : {', '.join(MINUTES)}",
            remedy_en=f"the formats are: {', '.join(MINUTES)}",
        )
    return asked


MINUTES = ("docx", "pdf", "html", "md")
"""The formats of minutes."""


def _one_after_the_other(trees: Sequence[Notice]) -> Notice:
    """Return one document: where there are two languages, the second begins on a new page."""
    first, *others = trees
    blocks: list[Block] = list(first.blocks)
    for other in others:
        blocks += [NewPage(), *(_lowered(block) for block in other.blocks)]
    return first.model_copy(update={"blocks": tuple(blocks)})


def _lowered(block: Block) -> Block:
    """Return a block for the second part: a document has one title."""
    return block.model_copy(update={"level": 2}) if isinstance(block, Heading) and block.level == 1 else block


def _files(scope: Scope, made: selection.Choice) -> selection.Files:
    paper = choosing.papers(scope, made.stage)
    return selection.Files(
        committee=choosing.committee(scope),
        decisions=selection.load_decisions(paper.decisions),
        questions=evaluating.questions(scope, made.assessments),
        digests=tuple(_digests(scope, paper)),
    )


def _digests(scope: Scope, paper: choosing.Papers) -> Iterator[selection.Digest]:
    own = (scope.call_file, paper.evaluators, paper.grounds, *grids.grid_files(paper.grids), paper.decisions)
    yield from (selection.Digest(_name(scope, path), sha256_of(path)) for path in own if path.is_file())
    journal_file = scope.workspace.journal(scope.call_file.stem)
    if journal_file.is_file():
        lines, digest = record.until(journal_file, "decide", but="minutes")
        yield selection.Digest(_name(scope, journal_file), digest, lines)


def _name(scope: Scope, path: Path) -> str:
    whole, root = path.resolve(), scope.workspace.root.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.name
