"""An ordinary registry: names to plugins, filled by decoration, instantiable in tests."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """Plugins of one kind by name. A new one is a new file that decorates its function, nothing else."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._plugins: dict[str, T] = {}

    def add(self, name: str, plugin: T) -> T:
        """Register `plugin`; raises ValueError when the name is taken."""
        if name in self._plugins:
            raise ValueError(f"{self.kind} {name!r} is registered twice")
        self._plugins[name] = plugin
        return plugin

    def register(self, name: str) -> Callable[[T], T]:
        """Decorator form of `add`."""
        return lambda plugin: self.add(name, plugin)

    def __getitem__(self, name: str) -> T:
        return self._plugins[name]

    def __contains__(self, name: object) -> bool:
        return name in self._plugins

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._plugins))

    def __len__(self) -> int:
        return len(self._plugins)

    def items(self) -> Iterator[tuple[str, T]]:
        """Name and plugin, by name."""
        return ((name, self._plugins[name]) for name in self)
