"""What a careful reader finds wrong in a valid call: one module per warning, each with its page."""

from itertools import islice

from ami_cli.call.lint import (
    acronym,
    address,
    data_notice,
    day_off,
    document_stage,
    file_name,
    limit_scope,
    local_time,
    no_hour,
    number_twice,
    order,
    placeholder,
    preference,
    prose_amount,
    prose_date,
    prose_number,
    short_time,
    totals,
    translation,
    unlisted_document,
    unlisted_language,
    unpublished_scoring,
    zone_label,
)
from ami_cli.call.lint.warning import CallWarning, Doubt
from ami_cli.call.loading import Loaded
from ami_cli.models.remark import Remark

WARNINGS: tuple[CallWarning, ...] = (
    placeholder.WARNING,
    file_name.WARNING,
    unlisted_language.WARNING,
    translation.WARNING,
    day_off.WARNING,
    no_hour.WARNING,
    local_time.WARNING,
    zone_label.WARNING,
    order.WARNING,
    short_time.WARNING,
    prose_date.WARNING,
    prose_amount.WARNING,
    prose_number.WARNING,
    number_twice.WARNING,
    acronym.WARNING,
    unlisted_document.WARNING,
    document_stage.WARNING,
    limit_scope.WARNING,
    address.WARNING,
    totals.WARNING,
    unpublished_scoring.WARNING,
    preference.WARNING,
    data_notice.WARNING,
)
"""Every warning, in the order in which `ami explain` lists them."""

MOST = 50
"""Remarks of one kind; whoever has put right fifty sees the next fifty."""


def lint(loaded: Loaded) -> tuple[Remark, ...]:
    """Return every warning about a call and its organisation, by file and line."""
    files = (loaded.source.file, loaded.organisation_source.file)
    found = [_remark(loaded, warning, doubt) for warning in WARNINGS for doubt in islice(warning.check(loaded), MOST)]
    return tuple(sorted(dict.fromkeys(found), key=lambda remark: (files.index(remark.file), remark.line or 0)))


def _remark(loaded: Loaded, warning: CallWarning, doubt: Doubt) -> Remark:
    source = doubt.source or loaded.source
    return Remark(
        name=warning.page.name,
        severity="warning",
        file=source.file,
        line=doubt.line or source.line(doubt.path),
        path=doubt.path,
        message=doubt.message,
        remedy=doubt.remedy or warning.page.remedy,
    )
