"""CP-SAT alone: the network as it is after closure and pruning, as one model; fewest items, then fewest stages."""

from ortools.sat.python import cp_model

from composer.chain.network import Network
from composer.chain.reduce.tables import inverse_lists


def solve(network: Network, seconds: float) -> tuple[int, int] | None:
    """Fewest items, and stages at that count; None when that is not proved within `seconds` for each of the two.

    An item is chosen or not, and has a stage; each need of a chosen item picks a chosen giver of an earlier stage.
    """
    model = cp_model.CpModel()
    members = network.groups.lists
    givers = inverse_lists(network.gives.lists, len(network.materials))
    held = set(network.held.tolist())
    count = len(network.items)
    chosen = [model.new_bool_var(f"chosen {item}") for item in range(count)]
    stage = [model.new_int_var(1, count, f"stage {item}") for item in range(count)]
    last = model.new_int_var(0, count, "last")
    for item in range(count):
        model.add(last >= stage[item]).only_enforce_if(chosen[item])
    meeting = [sorted({item for one in group for item in givers[one]}) for group in members]
    met = [not held.isdisjoint(group) for group in members]
    for group in network.wanted.tolist():
        if not met[group]:
            model.add_bool_or(chosen[item] for item in meeting[group])
    for item, needs in enumerate(network.needs.lists):
        for group in needs:
            if not met[group]:
                picks = []
                for giver in meeting[group]:
                    pick = model.new_bool_var(f"{giver} for {item}")
                    model.add_implication(pick, chosen[giver])
                    model.add(stage[giver] < stage[item]).only_enforce_if(pick)
                    picks.append(pick)
                model.add_bool_or([chosen[item].negated(), *picks])
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    model.minimize(sum(chosen))
    if solver.solve(model) != cp_model.OPTIMAL:
        return None
    fewest = round(solver.objective_value)
    model.add(sum(chosen) <= fewest)
    model.minimize(last)
    if solver.solve(model) != cp_model.OPTIMAL:
        return None
    return fewest, round(solver.objective_value)
