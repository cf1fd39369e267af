"""Random themes in which much is a matter of choice: several issuers, alternatives, exclusions, loops, letters."""

from typing import Any

from hypothesis import strategies as st

from composer.model.policy import Joint
from composer.model.theme import Candidate, Library
from tests.examples import FACT, demand, item, library

QUESTIONS: list[dict[str, Any]] = [
    {"id": "q0", "options": ["a", "b", "c"]},
    {"id": "q1", "options": ["a", "b"]},
    {"id": "q2", "options": ["a", "b"], "multiple": True},
    {"id": "q3", "options": ["a", "b"]},
]
ITEMS = [f"i{number}" for number in range(7)]
PAPERS = [f"m{number}" for number in range(5)]
ONLY_ISSUED = [{"id": "m3", "only_issued": True}, {"id": "m4", "only_issued": True}]
OBJECTIVES: list[list[Any]] = [
    [], [], [], ["fees"], ["days-promised"], ["trips"], ["materials"], ["stages"],
    [{"measure": "days-statutory", "over": "sum"}], ["materials", "days-promised"],
]  # fmt: skip

atoms = st.sampled_from([{one["id"]: option} for one in QUESTIONS for option in one["options"]])
conditions = st.one_of(atoms, st.builds(lambda one: {"not": one}, atoms), st.lists(atoms, min_size=2, max_size=2).map(
    lambda pair: {"any": pair}
))  # fmt: skip
sometimes = st.one_of(st.none(), conditions)
conditions_of_three = conditions.filter(lambda one: "q3" not in str(one))
rarely = st.sampled_from([False] * 6 + [True])
papers = st.sampled_from(PAPERS)
letters = st.one_of(
    st.none(),
    st.none(),
    st.builds(lambda when: {"material": "letter", "name": "承诺书", "when": when, **FACT}, sometimes),
)
demands = st.builds(
    lambda any_of, when, necessity, shared, commitment: demand(
        *any_of, when=when, necessity=necessity, shared=shared, commitment=commitment
    ),
    st.lists(papers, min_size=1, max_size=2, unique=True),
    sometimes,
    st.sampled_from(["必要", "必要", "必要", "非必要", "容缺后补"]),
    st.sampled_from([False, False, False, True]),
    letters,
)


def stated(*texts: str) -> st.SearchStrategy[Any]:
    plain = st.builds(lambda text: {"text": text, **FACT}, st.sampled_from(texts))
    guarded = st.builds(lambda one, when: {**one, "when": when}, plain, conditions)
    return st.one_of(plain, st.tuples(guarded, plain).map(list))


@st.composite
def tangled_libraries(draw: st.DrawFn) -> Library:
    """A theme over up to seven items that issue and demand five papers among one another."""
    names = ITEMS[: draw(st.integers(2, len(ITEMS)))]
    items = [draw(_items(name, names)) for name in names]
    issued = sorted({result.material for one in items for result in one.results})
    wants = draw(st.lists(st.sampled_from(issued), min_size=1, max_size=3, unique=True))
    made = library(
        items,
        [{"material": ref, "when": draw(sometimes)} for ref in wants],
        questions=QUESTIONS,
        asked=["q0", {"question": "q1", "when": draw(st.sampled_from([None, {"q0": "a"}, {"not": {"q0": "b"}}]))}, "q2",
               {"question": "q3", "when": draw(st.sampled_from([None, {"q1": "b"}, {"q2": "a"}]))}],
        kinds=ONLY_ISSUED,
        objectives=draw(st.sampled_from(OBJECTIVES)),
    )  # fmt: skip
    theme = made.themes["t"]
    candidates = tuple(
        Candidate.model_validate({"item": name, "when": draw(sometimes), "forced": draw(rarely)}) for name in names
    )
    policies = tuple(draw(st.lists(_policies(names), max_size=2, unique_by=lambda one: one.id)))
    changed = theme.model_copy(update={"items": candidates, "policies": policies})
    return made.model_copy(update={"themes": {"t": changed}})


def _policies(names: list[str]) -> st.SearchStrategy[Joint]:
    """Joint acceptance of some items, for everybody or for some."""
    return st.builds(
        lambda name, items, when: Joint.model_validate(
            {"id": name, "name": name, "kind": "联合办理", "items": items, "when": when,
             "basis": {"law": "法", "gist": "旨", **FACT}, **FACT}
        ),
        st.sampled_from(["p0", "p1"]),
        st.lists(st.sampled_from(names), min_size=1, unique=True),
        sometimes,
    )  # fmt: skip


@st.composite
def _items(draw: st.DrawFn, name: str, names: list[str]) -> Any:
    return item(
        name,
        *draw(st.lists(papers, min_size=1, max_size=2, unique=True)),
        requires=draw(st.lists(demands, max_size=3)),
        excludes=draw(st.lists(st.sampled_from([one for one in names if one != name]), max_size=1)),
        prerequisites=[
            {"item": one, "via": "前置", **FACT}
            for one in draw(st.lists(st.sampled_from([one for one in names if one != name]), max_size=1))
        ]
        if draw(st.sampled_from([False, False, True]))
        else [],
        limits={
            "statutory": draw(stated("3个工作日", "10个工作日")),
            "promised": draw(stated("1个工作日", "5个工作日", "2日")),
        },
        fee=draw(stated("不收费", "100元")),
        trips=draw(stated("0", "1", "2")),
    )


@st.composite
def layered_libraries(draw: st.DrawFn) -> Library:
    """A theme of up to four layers: each paper has some issuers, who mostly demand the paper of the layer before.

    Now and then one demands another paper, an item excludes another, or the first layer waits for the last.
    """
    depth = draw(st.integers(2, 4))
    items, names = [], []
    for layer in range(depth):
        asked = [[f"p{layer - 1}"], [f"p{layer - 1}", "m3"]] if layer else [[], [f"p{depth - 1}", "m0"]]
        for number in range(draw(st.integers(2, 3)) if layer < depth - 1 else 2):
            name = f"i{layer}{number}"
            before = draw(st.sampled_from(asked[:1] * 4 + asked[1:]))
            rows = [demand(*before)] if before else []
            rows += [demand(draw(papers), when=draw(conditions_of_three))] if draw(rarely) else []
            others = draw(st.lists(st.sampled_from(names), max_size=1)) if names and draw(rarely) else []
            results = [f"p{layer}", *(["m3"] if draw(rarely) else [])]
            items.append(item(name, *results, requires=rows, excludes=others, fee=draw(stated("不收费", "100元"))))
            names.append(name)
    made = library(
        items,
        [f"p{depth - 1}"],
        questions=QUESTIONS[:3],
        asked=["q0", "q1", "q2"],
        kinds=[{"id": f"p{layer}", "only_issued": draw(st.sampled_from([True, True, False]))} for layer in range(depth)]
        + ONLY_ISSUED,
        objectives=draw(st.sampled_from([[], ["fees"], ["trips"]])),
    )
    candidates = tuple(
        Candidate.model_validate({"item": name, "when": draw(st.one_of(st.none(), conditions_of_three))})
        for name in names
    )
    theme = made.themes["t"].model_copy(update={"items": candidates})
    return made.model_copy(update={"themes": {"t": theme}})
