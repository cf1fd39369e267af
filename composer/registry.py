"""An ordinary registry: names to plugins, one file each, instantiable in tests."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """Plugins of one kind by name.

    A plugin registers itself by decoration. In a folder given to `discover`, a file is a plugin, is named after it,
    and is imported when it is first asked for: a new plugin is a new file and nothing else.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._plugins: dict[str, T] = {}
        self._modules: dict[str, str] = {}

    def discover(self, package: str, path: Iterable[str]) -> None:
        """Note the modules of `package` as plugins (`registry.py` and folders are none)."""
        for info in pkgutil.iter_modules(path):
            if not info.ispkg and info.name != "registry":
                self._modules[info.name] = f"{package}.{info.name}"

    def register(self, name: str) -> Callable[[T], T]:
        """Decorator that adds a plugin under `name`; raises ValueError when the name is taken."""

        def add(plugin: T) -> T:
            if name in self._plugins:
                raise ValueError(f"{self.kind} {name!r} is registered twice")
            self._plugins[name] = plugin
            return plugin

        return add

    def __getitem__(self, name: str) -> T:
        if name not in self._plugins and name in self._modules:
            importlib.import_module(self._modules[name])
        return self._plugins[name]

    def __contains__(self, name: object) -> bool:
        return name in self._plugins or name in self._modules

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._plugins, *self._modules}))

    def __len__(self) -> int:
        return len({*self._plugins, *self._modules})

    def items(self) -> Iterator[tuple[str, T]]:
        """Name and plugin, by name."""
        return ((name, self[name]) for name in self)
