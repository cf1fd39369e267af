"""Parameters that several commands take."""

import re
from pathlib import Path
from typing import Annotated

import typer

from composer.cli.usage import a_path

ThemesOption = Annotated[
    Path, typer.Option("--themes", metavar="DIR", parser=a_path, help="内容文件夹，默认用随软件发布的主题")
]

ThemeArgument = Annotated[str, typer.Argument(metavar="THEME", help="主题的编号或名称")]

AnswerOption = Annotated[
    list[str] | None,
    typer.Option("--answer", "-a", metavar="问题=选项", help="一个回答，编号或文字都行；多选重复写"),
]

StartOption = Annotated[
    str | None, typer.Option("--start", metavar="DATE", help="哪一天提交申请，如 2026-12-01；写了就按日历推算日期")
]

OnOption = Annotated[
    list[str] | None,
    typer.Option("--on", metavar="ID", help="采用这项改革举措（编号或名称），不管它默认是否采用；可重复"),
]

OffOption = Annotated[
    list[str] | None, typer.Option("--off", metavar="ID", help="不采用这项改革举措（编号或名称）；可重复")
]

AnswersOption = Annotated[Path | None, typer.Option(metavar="FILE", parser=a_path, help="YAML 或 JSON 文件里的回答")]


def listed(words: str) -> list[str]:
    """The words of a list that is written with commas between, those of a Chinese keyboard too."""
    return [word.strip() for word in re.split("[,，、]", words) if word.strip()]
