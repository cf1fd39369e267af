import json
import sys
from dataclasses import replace

import pytest

from benchmarks.wsc.__main__ import main
from composer.chain.best import choose
from tests.benchmarks.sets import PROBLEM, SERVICES, write


@pytest.fixture
def run(monkeypatch, capsys):
    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["wsc", *map(str, arguments)])
        code = main()
        return code, *capsys.readouterr()

    return run


def service(name, inputs, outputs):
    parts = ("".join(f'<instance name="{one}"/>' for one in part) for part in (inputs, outputs))
    return '<service name="{}"><inputs>{}</inputs><outputs>{}</outputs></service>'.format(name, *parts)


def figures(output):
    answer = json.loads(output)
    return [answer[name] for name in ("services", "count", "length", "min_length", "count_at_min_length", "proved")]


def test_both_optima_are_the_same_where_the_fewest_services_are_the_shortest(run, tmp_path):
    code, output, _ = run(write(tmp_path), "--json")
    assert code == 0
    assert figures(output) == [3, 1, 1, 1, 1, True]
    assert json.loads(output)["seconds"] > 0


def test_fewer_services_may_take_more_stages(run, tmp_path):
    """Three services one after the other, or four in two stages."""
    services = [
        service("first", ["a dog"], ["an animal"]),
        service("second", ["an animal"], ["a place"]),
        service("last", ["a place"], ["a thing"]),
        *(service(f"at once {one}", ["a dog"], [part]) for one, part in enumerate(["p0", "p1", "p2"])),
        service("joined", ["p0", "p1", "p2"], ["a thing"]),
    ]
    taxonomy = "".join(
        f'<concept name="c {name}"><instance name="{name}"/></concept>'
        for name in ("a dog", "an animal", "a place", "a thing", "p0", "p1", "p2")
    )
    problem = PROBLEM.replace('<instance name="a place"/>', "")
    write(
        tmp_path,
        f"<taxonomy>{taxonomy}</taxonomy>",
        f"<services>{''.join(services)}</services>",
        problem,
    )
    code, output, _ = run(tmp_path, "--json")
    assert (code, figures(output)) == (0, [7, 3, 3, 2, 4, True])


def test_what_is_provided_already_needs_no_service(run, tmp_path):
    problem = PROBLEM.replace('<instance name="a thing"/><instance name="a place"/>', '<instance name="an animal"/>')
    code, output, _ = run(write(tmp_path, problem=problem), "--json")
    assert (code, figures(output)) == (0, [3, 0, 0, 0, 0, True])


def test_figures_are_printed_one_a_line(run, tmp_path):
    _, output, _ = run(write(tmp_path))
    lines = [line.split() for line in output.splitlines()]
    assert [name for name, _ in lines] == [
        "services",
        "count",
        "length",
        "min_length",
        "count_at_min_length",
        "proved",
        "seconds",
    ]
    assert dict(lines)["proved"] == "yes"


def test_a_set_that_nothing_composes_says_what_is_out_of_reach(run, tmp_path):
    problem = PROBLEM.replace('<instance name="a dog"/>', "")
    services = SERVICES.replace('<outputs><instance name="a dog"/></outputs>', "<outputs/>")
    code, output, error = run(write(tmp_path, problem=problem, services=services), "--json")
    assert (code, output) == (3, "")
    assert error == (
        f"{tmp_path / 'problem.xml'}:3:10: nothing composes the wanted a thing from what is provided; provide more, or "
        "add a service that can run and outputs an instance of concept thing or below\n"
    )


def test_a_folder_that_is_none_is_refused(run, tmp_path):
    code, _, error = run(tmp_path / "nowhere")
    assert code == 4
    assert error.startswith(f"{tmp_path / 'nowhere' / 'taxonomy.xml'}: cannot be read (No such file or directory)")


def test_damaged_xml_is_refused(run, tmp_path):
    code, _, error = run(write(tmp_path, services=SERVICES[:-12]))
    assert code == 1
    assert error.startswith(f"{tmp_path / 'services.xml'}:14:")


@pytest.mark.parametrize(
    ("stopped", "code", "said"),
    [("time", 0, "time ran out, give more --seconds"), ("interrupt", 130, "interrupted")],
)
def test_what_is_not_proved_is_shown_and_marked(run, tmp_path, monkeypatch, stopped, code, said):
    def cut_short(network, goals, seconds):
        return replace(choose(network, goals), proved=False, stopped=stopped)

    monkeypatch.setattr("benchmarks.wsc.compose.choose", cut_short)
    found, output, error = run(write(tmp_path), "--json")
    assert (found, figures(output)) == (code, [3, 1, 1, 1, 1, False])
    assert error == f"{tmp_path}: {said}; these are the best so far, not proved\n"


def test_no_folder_is_a_wrong_call(run):
    with pytest.raises(SystemExit) as refusal:
        run()
    assert refusal.value.code == 2
