"""What the pages show, in plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from composer.errors import Finding
from composer.model.objective import Terms
from composer.model.theme import Catalogue, Library, LifeStage, Theme
from composer.outputs import FORMATS, RENDERERS, Output
from composer.wording import shortened
from web.answers import START


@dataclass(frozen=True)
class ThemeView:
    """A theme in the list."""

    id: str
    name: str
    audience: str
    summary: str
    lead: str
    aliases: tuple[str, ...]
    questions: int


@dataclass(frozen=True)
class StageView:
    """Themes of one stage of life."""

    name: str
    themes: tuple[ThemeView, ...]


@dataclass(frozen=True)
class AudienceView:
    """Stages of one kind of life: a business's, or a person's."""

    id: str
    name: str
    stages: tuple[StageView, ...]


@dataclass(frozen=True)
class SwitchView:
    """A policy that may be counted the other way round: the value of its box, and whether it is ticked."""

    id: str
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class ProblemView:
    """What is wrong with an answer, in a visitor's words."""

    subject: str
    reason: str
    way_out: str


@dataclass(frozen=True)
class DownloadView:
    """A file that the package can be had as."""

    id: str
    label: str
    kind: str
    filename: str


def theme_view(theme: Theme, catalogue: Catalogue) -> ThemeView:
    """The theme with the words that a visitor reads."""
    return ThemeView(
        id=theme.id,
        name=theme.name,
        audience=theme.audience,
        summary=theme.summary,
        lead=catalogue.departments[theme.lead].name,
        aliases=theme.aliases,
        questions=len(theme.questions),
    )


def audience_views(library: Library) -> tuple[AudienceView, ...]:
    """All themes: those of businesses first, by stage of life, then by id."""
    stages = list(LifeStage)
    first_of_persons = stages.index(LifeStage.BIRTH)
    groups = (
        ("business", "企业和经营者", stages[:first_of_persons]),
        ("person", "个人和家庭", stages[first_of_persons:]),
    )
    views = []
    for group, name, members in groups:
        listed = tuple(view for stage in members if (view := _stage_view(stage, library)).themes)
        if listed:
            views.append(AudienceView(group, name, listed))
    return tuple(views)


def _stage_view(stage: LifeStage, library: Library) -> StageView:
    themes = sorted((theme for theme in library.themes.values() if theme.stage is stage), key=lambda theme: theme.id)
    return StageView(stage.value, tuple(theme_view(theme, library.catalogue) for theme in themes))


def answer_fields(query: str) -> tuple[tuple[str, str], ...]:
    """The answers of a canonical query as hidden fields of a form; the start is a field of its own."""
    return tuple(pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] != START)


def switch_views(theme: Theme, terms: Terms) -> tuple[SwitchView, ...]:
    """The policies of a theme, each to be counted otherwise than by default."""
    return tuple(
        SwitchView(
            id=policy.id,
            value=f"-{policy.id}" if policy.on else policy.id,
            label=f"{'不采用' if policy.on else '也采用'}“{policy.name}”",
            chosen=terms.policies.get(policy.id, policy.on) != policy.on,
        )
        for policy in theme.policies
    )


def problem_views(findings: Iterable[Finding], theme: Theme, catalogue: Catalogue) -> tuple[ProblemView, ...]:
    """Findings about answers, with questions and options by what they say instead of by id.

    What is said of other things (a date, a policy) names them by ids of their own, and stays as it is.
    """
    asked = {one.question for one in theme.questions}
    views = []
    for finding in findings:
        about_answers = finding.rule.startswith("answer-")
        if finding.subject not in asked or not about_answers:
            texts = {one: catalogue.questions[one].text for one in asked} if about_answers else {}
            near = _said(finding.suggestion, texts)
            views.append(ProblemView(shortened(finding.subject), finding.reason, near))
            continue
        question = catalogue.questions[finding.subject]
        labels = "、".join(option.label for option in question.options)
        views.append(
            ProblemView(
                question.text, finding.reason, f"可以选：{labels}" + ("" if question.multiple else "（只选一项）")
            )
        )
    return tuple(views)


def downloads(theme: Theme) -> tuple[DownloadView, ...]:
    """Every file that the package can be had as, those for reading first."""
    for_reading = (_download(name, output, "reading", theme) for name, output in RENDERERS.items())
    for_programs = (_download(name, output, "data", theme) for name, output in FORMATS.items())
    return (*sorted(for_reading, key=_by_pinyin), *sorted(for_programs, key=_by_pinyin))


def find_output(name: str) -> Output | None:
    """The output of that name, in either registry."""
    return next((registry[name] for registry in (RENDERERS, FORMATS) if name in registry), None)


def filename(theme: Theme, output: Output) -> str:
    """What the file is called on the visitor's disk: 开办餐饮店一件事-流程图.svg."""
    suffix = output.filename.rpartition(".")[2]
    return f"{theme.name}-{output.label.partition('（')[0]}.{suffix}"


def _download(name: str, output: Output, kind: str, theme: Theme) -> DownloadView:
    return DownloadView(name, output.label, kind, filename(theme, output))


def _by_pinyin(download: DownloadView) -> bytes:
    """GB 18030 has the common characters in the order of their pinyin."""
    return download.label.encode("gb18030")


def _said(text: str, names: Mapping[str, str]) -> str:
    """`text` with every id replaced by what it is called; longer ids first, for one may stand inside another."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, names[name])
    return text
