"""The questions that applicants asked and the answers given to all: `calls/questions/<id>.yaml`."""

import re

from pydantic import model_validator

from ami_cli.models.base import Model
from ami_cli.models.calendar import LocalDay
from ami_cli.models.requirement import Id
from ami_cli.models.text import Text
from ami_cli.models.wrong import wrong

_WHO = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?:\+|\b0)\d(?:[ .-]?\d){7,}")


class Question(Model):
    """One question, without the name of who asked it, and its answer."""

    asked: LocalDay
    answered: LocalDay
    question: Text
    answer: Text
    about: Text | None = None

    @model_validator(mode="after")
    def _anonymous(self) -> "Question":
        if any(_WHO.search(words) for words in self.question.root.values()):
            raise wrong(
                "not_anonymous",
                fr="une question se publie sans qui l’a posée : elle contient une adresse ou un numéro de téléphone",
                en="a question is published without who asked it: this one holds an address or a telephone number",
                remedy_fr="retirez-les de la question",
                remedy_en="take them out of the question",
            )
        return self


class Answers(Model):
    """All of them, in the order of publication."""

    call: Id
    questions: tuple[Question, ...] = ()
