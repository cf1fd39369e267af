"""What the applicant is asked (情形)."""

from collections.abc import Mapping

from pydantic import Field, model_validator

from composer.model.base import Id, Located, Text

Answers = Mapping[str, tuple[str, ...]]
"""Question id to the chosen option ids, in the order of the question's options."""


class Option(Located):
    """One possible answer."""

    id: Id
    label: Text
    help: str | None = None


class Question(Located):
    """A question with its options; `default` is the theme's ordinary case (empty only for a multiple choice)."""

    id: Id
    text: Text
    help: str | None = None
    multiple: bool = False
    options: tuple[Option, ...] = Field(min_length=1)
    default: tuple[Id, ...] | None = None

    @model_validator(mode="after")
    def _single_choice_has_one_default(self) -> "Question":
        if not self.multiple and self.default is not None and len(self.default) != 1:
            raise ValueError("单选题的 default 只能是一个选项")
        return self

    @property
    def ordinary(self) -> tuple[str, ...]:
        """The answer taken when none is given: the stated default, else the first option of a single choice."""
        if self.default is not None:
            return tuple(option.id for option in self.options if option.id in self.default)
        return () if self.multiple else (self.options[0].id,)

    def option(self, option_id: str) -> Option | None:
        """The option of that id, or None."""
        return next((option for option in self.options if option.id == option_id), None)
