"""Random policies over random catalogues; of those that contradict each other the later is left out."""

from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter

from composer.model.policy import Policy
from composer.model.theme import Library
from composer.policies.conflicts import conflicts
from tests.strategies import BASIS, DAYS, FACT, conditions, libraries

POLICY: TypeAdapter[Policy] = TypeAdapter(Policy)
LETTER = {"material": "k0", "name": "承诺书"}
SUPERVISION = {"check": "核查", "breach": "撤销", **FACT}


@st.composite
def reformed_libraries(draw: st.DrawFn) -> Library:
    """A library of one theme `t` with up to four policies that do not contradict each other."""
    made = draw(libraries())
    theme = made.themes["t"]
    kept: list[Policy] = list(theme.policies)
    for number in range(draw(st.integers(0, 4))):
        written = draw(_policies(made))
        policy = POLICY.validate_python(
            {"id": f"p{number}", "name": f"改革{number}", "basis": BASIS, **FACT, **written}
        )
        if not any(conflicts(theme, made.catalogue, [*kept, policy])):
            kept.append(policy)
    return made.model_copy(update={"themes": {"t": theme.model_copy(update={"policies": tuple(kept)})}})


def _policies(made: Library) -> st.SearchStrategy[dict[str, Any]]:
    names = sorted(made.catalogue.items)
    item = st.sampled_from(names)
    asked = sorted({ref for one in made.catalogue.items.values() for row in one.requires for ref in row.any_of}) or [
        "k0"
    ]
    refs = st.lists(st.sampled_from(asked), min_size=1, max_size=2, unique=True)
    forms = made.catalogue.forms.values()
    data = sorted({one.element for form in forms for section in form.sections for one in section.fields}) or ["o.p"]
    demands = st.lists(
        st.one_of(
            st.builds(lambda ref: {"material": ref}, st.sampled_from(asked)),
            st.builds(lambda ref, name: {"material": ref, "item": name}, st.sampled_from(asked), item),
        ),
        min_size=1,
        max_size=2,
    )
    limit = st.sampled_from(DAYS).map(lambda text: {"text": text, **FACT})
    pledge = {"letter": st.just(LETTER), "supervision": st.just(SUPERVISION)}

    def of(kind: str, **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries(
            {"kind": st.just(kind), "when": st.one_of(st.none(), st.none(), conditions), **keys}
        )

    def licence(way: str, **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        return of("证照分离", way=st.just(way), item=item, **keys)

    kinds = [
        of("容缺后补", demands=demands, due=st.just({"days": 5})),
        of("告知承诺", demands=demands, **pledge),
        of("免提交", demands=demands, provider=st.just("d")),
        of("压缩时限", item=item, promised=limit),
        of("取消材料", demands=demands, reason=st.just("无据")),
        licence("取消审批"),
        licence("审批改备案", promised=limit, waives=refs),
        licence("告知承诺", waives=refs, **pledge),
        licence("优化准入服务", promised=limit, waives=refs),
    ]
    if len(names) > 1:
        merged = st.permutations(names).map(lambda order: {"items": order[:1], "into": order[1]})
        merged = st.builds(
            lambda keys, drops: {**keys, "drops": drops}, merged, st.lists(st.sampled_from(data), max_size=2)
        )
        waits = st.permutations(names).map(
            lambda order: {"items": order[:2], "parallel": [{"item": order[0], "after": order[1]}]}
        )
        kinds += [
            st.builds(lambda base, keys: base | keys, of("多证合一"), merged),
            st.builds(lambda base, keys: base | keys, of("联合办理"), waits),
        ]
    return st.one_of(kinds)
