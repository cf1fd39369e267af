import numpy as np
import pytest

from benchmarks.wsc.network import network_of
from benchmarks.wsc.read import read
from benchmarks.wsc.xml import SetError
from composer.chain.reduce import closure
from tests.benchmarks.sets import PROBLEM, SERVICES, TAXONOMY, write


def names(table, members):
    return [table[member] for member in members]


def test_concepts_below_a_concept_follow_it(tmp_path):
    taxonomy = read(write(tmp_path)).taxonomy
    spans = dict(zip(taxonomy.concepts, enumerate(taxonomy.ends), strict=True))
    assert spans == {"thing": (0, 4), "animal": (1, 3), "dog": (2, 3), "place": (3, 4)}
    assert taxonomy.of["a house"] == 3


def test_what_asks_for_a_concept_takes_any_below_it_that_is_there(tmp_path):
    network = network_of(read(write(tmp_path)))
    groups = [names(network.materials, network.groups[group]) for group in range(len(network.groups))]
    assert groups == [["thing", "dog", "place"], ["dog"], ["dog"], ["place"]]
    assert names(network.materials, network.held) == ["dog"]
    assert [groups[group] for group in network.wanted] == [["thing", "dog", "place"], ["place"]]


def test_services_stand_by_fewer_inputs_then_more_outputs_then_name(tmp_path):
    def service(name, inputs, outputs):
        parts = ("".join(f'<instance name="{one}"/>' for one in part) for part in (inputs, outputs))
        return '<service name="{}"><inputs>{}</inputs><outputs>{}</outputs></service>'.format(name, *parts)

    services = "".join(
        [
            service("two", ["a dog", "a place"], ["a thing"]),
            service("one b", ["a dog"], ["a thing"]),
            service("one a", ["a dog"], ["a thing"]),
            service("one, twice the same", ["a dog", "a dog"], ["a thing", "a place"]),
        ]
    )
    network = network_of(read(write(tmp_path, services=f"<services>{services}</services>")))
    assert network.items == ("one, twice the same", "one a", "one b", "two")


def test_an_output_below_the_wanted_concept_does(tmp_path):
    problem = PROBLEM.replace('<instance name="a thing"/>', "").replace('name="a place"', 'name="an animal"')
    network = network_of(read(write(tmp_path, problem=problem.replace('<instance name="a dog"/>', ""))))
    reach = closure(network)
    assert dict(zip(network.items, reach.items.tolist(), strict=True)) == {"breeder": 1, "kennel": 2, "zoo": 3}


def test_a_service_may_leave_out_its_inputs_and_outputs(tmp_path):
    giver = '<service name="giver"><outputs><instance name="a dog"/></outputs></service>'
    services = f'<services><service name="idle"/>{giver}</services>'
    network = network_of(read(write(tmp_path, services=services)))
    assert [
        (name, network.needs[at], names(network.materials, network.gives[at])) for at, name in enumerate(network.items)
    ] == [
        ("giver", [], ["dog"]),
        ("idle", [], []),
    ]


def test_a_set_of_no_services_is_a_network_of_no_items(tmp_path):
    network = network_of(read(write(tmp_path, services="<services/>")))
    assert network.items == ()
    assert len(network.needs) == 0
    assert np.array_equal(network.held, [0])


ADD = "; add it there, or correct the name here"
DAMAGED = {
    "services cut off": ("services", SERVICES[:60], "3:11: is not well-formed XML (unclosed token)"),
    "services with a wrong end": (
        "services",
        SERVICES.replace("</inputs>", "</input>", 1),
        "3:37: is not well-formed XML (mismatched tag)",
    ),
    "taxonomy that is empty": ("taxonomy", "", "1:1: is not well-formed XML (no element found)"),
    "service without a name": (
        "services",
        SERVICES.replace(' name="zoo"', ""),
        "10:2: this element lacks the attribute name; add it",
    ),
    "files that are swapped": ("services", TAXONOMY, "2:1: taxonomy does not belong here"),
    "instance beside inputs and outputs": (
        "services",
        '<services><service name="s"><instance name="a dog"/></service></services>',
        "1:29: this instance is neither an input nor an output",
    ),
    "outputs before inputs": (
        "services",
        '<services><service name="s"><outputs/><inputs/></service></services>',
        "1:39: inputs does not belong here",
    ),
    "input of no concept": (
        "services",
        SERVICES.replace('name="an animal"', 'name="a cat"'),
        f"11:11: instance a cat is in no concept of taxonomy.xml{ADD}",
    ),
    "wanted instance of no concept": (
        "problem",
        PROBLEM.replace('name="a thing"', 'name="a cat"'),
        f"3:10: instance a cat is in no concept of taxonomy.xml{ADD}",
    ),
    "instance under two concepts": (
        "taxonomy",
        TAXONOMY.replace('name="a house"', 'name="a dog"'),
        "9:51: instance a dog stands under another concept already; leave it under one",
    ),
    "instance outside of concepts": (
        "taxonomy",
        '<taxonomy><instance name="a dog"/></taxonomy>',
        "1:11: this instance stands outside of every concept",
    ),
    "nothing wanted": (
        "problem",
        "<problemStructure><task><provided/></task></problemStructure>",
        " has no element wanted",
    ),
    "two tasks": (
        "problem",
        PROBLEM.replace("<solutions>", "<task><provided/></task><solutions>"),
        "5:7: provided does not belong here",
    ),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_what_is_damaged_is_told_with_file_line_and_way_out(case, tmp_path):
    file, text, message = DAMAGED[case]
    write(tmp_path, **{file: text})
    with pytest.raises(SetError) as refusal:
        read(tmp_path)
    assert str(refusal.value).startswith(f"{tmp_path / file}.xml:{message}")
    assert refusal.value.code == 1


def test_a_file_that_is_missing_is_told(tmp_path):
    write(tmp_path)
    (tmp_path / "problem.xml").unlink()
    with pytest.raises(SetError) as refusal:
        read(tmp_path)
    assert str(refusal.value) == (
        f"{tmp_path / 'problem.xml'}: cannot be read (No such file or directory); "
        "a set is a folder with taxonomy.xml, services.xml and problem.xml"
    )
    assert refusal.value.code == 4
