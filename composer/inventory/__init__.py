"""材料清单规范: the materials of a whole library, in three lists. A pure function of the library.

demands ─┬─▶ reuse     共享复用材料清单   what need not be handed in, or not once more, and from whom
         ├─▶ supply    材料供需表         who issues each material, who demands it, how often
         └─▶ removal   建议取消或优化     the three tests of each demand, and what the rules propose
"""

from composer.inventory.ground import Ground
from composer.inventory.model import MaterialStandard
from composer.inventory.narrow import of_department
from composer.inventory.removal import reviews
from composer.inventory.reuse import reuses
from composer.inventory.supply import supplies
from composer.model.theme import Library

__all__ = ["MaterialStandard", "material_standard", "of_department"]


def material_standard(library: Library) -> MaterialStandard:
    """The three lists of `library`: all its items count, those of no theme too; all requirements, whatever the answers.

    Raises ContentError where the catalogue gives one wording to two kinds.
    """
    ground = Ground(library)
    supplied = supplies(ground)
    used = {row.material.partition("@")[0] for row in supplied}
    return MaterialStandard(
        items=len(ground.items),
        themes=len(ground.themes),
        requirements=len(ground.demands),
        unused_kinds=len(library.catalogue.kinds.keys() - used),
        demands=tuple(ground.demands.values()),
        reuses=reuses(ground),
        supplies=supplied,
        reviews=reviews(ground, {row.material: row.origin for row in supplied}),
    )
