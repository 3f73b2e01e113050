"""Everything that people see: results on stdout, talk on stderr. The only package that knows rich.

`data` writes a result as it is, `give` the same to a file where one was named; `table` writes a result for people;
`talk`, `say` and `error` speak on stderr; `progress` draws a bar there, on a terminal only. Words from outside may stand
in any of them: they are shown as text, never obeyed as markup or as terminal codes.
"""

from ami_cli.show.asking import ask, can_ask
from ami_cli.show.progress import progress
from ami_cli.show.screen import Mark, columns, data, error, finish, gather, give, language, result, say, talk, use
from ami_cli.show.tables import get_ready, marks, table

__all__ = [
    "Mark",
    "ask",
    "can_ask",
    "columns",
    "data",
    "error",
    "finish",
    "gather",
    "get_ready",
    "give",
    "language",
    "marks",
    "progress",
    "result",
    "say",
    "table",
    "talk",
    "use",
]
