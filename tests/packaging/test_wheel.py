"""A built wheel, alone in an empty environment outside the checkout, serves, composes and draws."""

import os
import re
import subprocess
import sys
import urllib.request
import venv
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `onething` command of a fresh environment that holds the wheel, what it asks for and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT))
    (wheel,) = folder.glob("onething-*.whl")
    venv.create(folder / "env")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(folder / "env/bin/python")]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    (site,) = folder.glob("env/lib/python*/site-packages")
    link_what_is_asked_for(site)
    run(*pip, "check")
    return folder / "env/bin/onething"


def link_what_is_asked_for(site: Path) -> None:
    """Put there what the wheel asks for, and what that asks for: the copies here, which nobody need download again."""
    (wheel,) = distributions(name="onething", path=[str(site)])
    todo, linked = list(asked_by(wheel, ())), set()
    while todo:
        one = todo.pop()
        if (one.name, *sorted(one.extras)) not in linked:
            linked.add((one.name, *sorted(one.extras)))
            here = distribution(one.name)
            todo += asked_by(here, one.extras)
            for file in here.files or ():
                if ".." not in file.parts and not (site / file).exists():
                    (site / file).parent.mkdir(parents=True, exist_ok=True)
                    (site / file).symlink_to(Path(str(here.locate_file(file))))


def asked_by(one: Distribution, extras: Iterable[str]) -> Iterator[Requirement]:
    for asked in map(Requirement, one.requires or ()):
        if asked.marker is None or any(asked.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield asked


def run(*words: str, cwd: Path | None = None) -> str:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "COV"))}
    done = subprocess.run(words, cwd=cwd, env=plain, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_lists_the_themes_that_travel_inside(command: Path, tmp_path: Path) -> None:
    assert "open-restaurant" in run(str(command), "themes", cwd=tmp_path)


def test_it_writes_every_output(command: Path, tmp_path: Path) -> None:
    run(str(command), "compose", "newborn", "--out", "out", cwd=tmp_path)
    made = {path.name: path.stat().st_size for path in (tmp_path / "out").iterdir()}
    assert made.keys() >= {"flowchart.svg", "graph.svg", "guide.html", "guide.pdf", "form.xlsx", "package.json"}
    assert min(made.values()) > 1000


def test_the_program_of_the_solver_travels_inside(command: Path, tmp_path: Path) -> None:
    works = "[Work('a', gives=('x',), costs={'fees': 2}), Work('b', gives=('x',), costs={'fees': 1})]"
    program = (
        "from composer.chain.best import choose; from composer.chain.network import Goal, Network, Work;"
        f"print(choose(Network.of({works}, wanted=[('x',)]), [Goal('fees')]).way)"
    )
    assert run(str(command.with_name("python")), "-c", program, cwd=tmp_path) == "exact\n"


def test_it_serves_a_guide(command: Path, tmp_path: Path) -> None:
    server = subprocess.Popen(
        [str(command), "serve", "--port", "0", "--db", "one.db"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = next(found[0] for line in server.stdout if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
        with urllib.request.urlopen(f"{address}/themes/newborn/guide", timeout=20) as page:
            assert "新生儿出生一件事" in page.read().decode()
        with urllib.request.urlopen(f"{address}/static/site.css", timeout=20) as style:
            assert style.status == 200
    finally:
        server.terminate()
        server.communicate(timeout=20)
