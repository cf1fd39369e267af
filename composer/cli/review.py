"""Reviewing pairs of names in a terminal: one key a verdict."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from composer.cli.keyboard import Keyboard
from composer.errors import ContentError, Finding, MachineError, UsageError
from composer.exchange.content.verdicts import verdicts_text
from composer.exchange.lists import ListedRows
from composer.files import write_each
from composer.materials.review.choices import BY_KEY, CHOICES
from composer.materials.review.contrasts import contrasts_told
from composer.materials.review.queue import Candidate
from composer.materials.review.settle import called, cite
from composer.model.theme import Catalogue
from composer.model.verdict import Said
from composer.store.desk import Desk, Standing, disagreement
from composer.store.reviews import Given, Heard, in_force, was_replaced

_SHOWN = 5


def add_names(opened: ListedRows, desk: Desk) -> tuple[int, bool]:
    """Put the names of a list under review; returns how many rows it has, and whether it is new.

    Raises as reading a list does; then nothing is added.
    """
    where = {key: opened.columns.index(heading) for key, heading in opened.meaning.items()}
    counted: dict[str, int] = {}
    voices: dict[str, dict[str, None]] = {}
    digest = hashlib.sha256()
    for _, cells in opened.rows():
        digest.update("\x1f".join(cells).encode("utf-8", "surrogatepass") + b"\x1e")
        name = cells[where["name"]].strip()
        if not name:
            continue
        counted[name] = counted.get(name, 0) + 1
        said = "：".join(cells[where[key]].strip() for key in ("department", "item") if key in where)
        if said.strip("："):
            voices.setdefault(name, {})[said.strip("：")] = None
    heard = {name: Heard(rows, tuple(voices.get(name, ()))) for name, rows in counted.items()}
    return sum(counted.values()), desk.add(digest.hexdigest(), opened.source.path.name, heard)


@contextmanager
def opened(database: Path, catalogue: Catalogue, *, may_be_new: bool = False) -> Iterator[Desk]:
    """The desk of a database while it is used; raises MachineError where it cannot be had, or is not there yet."""
    if not may_be_new and not database.exists():
        way_out = "请检查路径；第一次用 onething materials review DB --add 清单 建立"
        raise MachineError([Finding("review-missing", str(database), "没有这个复核数据库", way_out)])
    desk = Desk(database, catalogue)
    try:
        yield desk
    finally:
        desk.close()


def write_verdicts(desk: Desk, target: Path) -> int:
    """Write the verdicts in force as a content file; returns how many. Raises MachineError where that is refused."""
    verdicts = [one for one in in_force(desk.judged().given) if one.said is not Said.UNSURE]
    write_each({target: verdicts_text(verdicts).encode()})
    return len(verdicts)


def undone(desk: Desk, number: int, by: str) -> str:
    """Take a verdict back and say so; raises as `Desk.undo` does."""
    return f"撤销了第 {number} 条：{cite(desk.undo(number, by), desk.catalogue)}"


def judge_all(desk: Desk, by: str, keyboard: Keyboard, say: Callable[[str], None]) -> int:
    """Ask one pair after another until the reviewer or the keys end; returns how many verdicts were given."""
    given: list[int] = []
    why, asking = "", True
    while True:
        pair = desk.next(by)
        if asking:
            say(_asked(desk, desk.standing(), pair) if pair else "没有要判断的了。u 撤销上一条  q 结束")
        key = keyboard.key()
        asking = True
        if key in ("", "q"):
            return len(given)
        if key == "u":
            say(_undone(desk, given, by))
        elif key == "r":
            why, asking = keyboard.line("理由"), False
        elif pair and key in BY_KEY:
            _judge(desk, pair, key, by, why, given, say)
            why = ""
        elif key.strip():
            say(f"  没有 {key} 这个键。")
            asking = False


def _judge(
    desk: Desk, pair: Candidate, key: str, by: str, why: str, given: list[int], say: Callable[[str], None]
) -> None:
    """Give the verdict of a key; `given` has its number then."""
    choice = BY_KEY[key]
    one, other = choice.sides(pair.one, pair.other)
    try:
        given.append(desk.judge(one, choice.said, other, by, why))
    except ContentError as error:
        say("\n".join(f"没有记下：{finding}" for finding in error.findings))
        return
    say(f"  记下了第 {given[-1]} 条：{choice.label}")
    for line in _disputed(desk, one, other):
        say(line)


def list_given(desk: Desk) -> Iterator[str]:
    """Every verdict as a line, those that people disagree on first of all."""
    judged = desk.judged()
    for rows in judged.settled.disputes:
        yield "有分歧，都不算数：" + "；".join(cite(one, desk.catalogue) for one in rows)
    for one in judged.given:
        yield _line(one, desk, was_replaced(one, judged.given))


def _line(given: Given, desk: Desk, replaced: bool) -> str:
    why = f"：{given.verdict.why}" if given.verdict.why else ""
    done = "后来改判" if replaced else "已撤销"
    undone = f"〔{given.undone_by}{done}，{given.undone_at:%Y-%m-%d}〕" if given.undone_at else ""
    return f"{given.number:>4}  {cite(given.verdict, desk.catalogue)}{why}{undone}"


def _asked(desk: Desk, standing: Standing, pair: Candidate) -> str:
    heard = desk.names()
    keys = "  ".join(f"{one.key} {one.label}" for one in CHOICES)
    lines = [f"\n还有 {len(standing.left)} 对。相像 {pair.likeness:.0%}，判为同一种可以并起 {pair.gain} 对名称。"]
    for label, head in (("甲", pair.one), ("乙", pair.other)):
        known = "目录里的" if head in desk.catalogue.kinds else "目录里没有的"
        lines.append(f"{label}  {called(head, desk.catalogue)}（{known}）")
        names = list(desk.queue().names(head, standing.settled))
        for name, rows in names[:_SHOWN]:
            voices = "；".join(heard[name].said_by)
            lines.append(f"      {name}（{rows} 行{f'，{voices}' if voices else ''}）")
        if len(names) > _SHOWN:
            lines.append(f"      …… 共 {len(names)} 种写法")
    told = contrasts_told(called(pair.one, desk.catalogue), called(pair.other, desk.catalogue))
    lines += [f"留意：{'；'.join(told)}。"] if told else []
    return "\n".join([*lines, f"{keys}  r 写理由  u 撤销上一条  q 结束"])


def _undone(desk: Desk, given: list[int], by: str) -> str:
    if not given:
        return "  还没有可以撤销的。"
    number = given.pop()
    try:
        return f"  {undone(desk, number, by)}"
    except (ContentError, UsageError) as error:
        return "\n".join(f"没有撤销：{finding}" for finding in error.findings)


def _disputed(desk: Desk, one: str, other: str) -> Iterator[str]:
    rows = disagreement(desk.judged(), one, other)
    if rows:
        yield f"  有分歧：{'；'.join(cite(row, desk.catalogue) for row in rows)}。都留着，都不算数，商量后请撤销一条。"
