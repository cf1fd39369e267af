"""Networks whose best plan takes long to prove: layers of items that cover the materials of their layer many times."""

from random import Random

from composer.chain.network import Network, Work


def covers(width: int, materials: int) -> Network:
    """Three layers of `width` items; each gives five of its layer's `materials` and needs two of the layer before."""
    random = Random(1)
    layers = [[f"m{layer}-{number}" for number in range(materials)] for layer in range(3)]
    works = [
        Work(
            f"w{layer}-{number}",
            needs=tuple((ref,) for ref in (random.sample(layers[layer - 1], 2) if layer else ())),
            gives=tuple(random.sample(layers[layer], 5)),
            costs={"fees": random.randint(1, 20), "days": random.randint(1, 9)},
        )
        for layer in range(3)
        for number in range(width)
    ]
    return Network.of(works, wanted=[(ref,) for ref in layers[-1]])
