"""The base of the runtime's small value types."""

from __future__ import annotations

from operator import itemgetter

__all__ = ["Value"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as Value
else:

    class Value(tuple):
        """What ``typing.NamedTuple`` is for a class that it is the base of.

        That one takes as long for a class as two modules take to be imported, and its own import as long as thirty:
        together a tenth of the start of a project with handlers only.
        """

        __slots__ = ()

        def __init_subclass__(cls) -> None:
            cls._names = tuple(cls.__annotations__)
            cls._defaults = {name: cls.__dict__[name] for name in cls._names if name in cls.__dict__}
            for index, name in enumerate(cls._names):
                setattr(cls, name, property(itemgetter(index)))

        def __new__(cls, *values: object, **named: object) -> Value:
            if len(values) != len(cls._names) or named:
                values += tuple([cls._take(name, named) for name in cls._names[len(values) :]])
                if len(values) != len(cls._names) or named:
                    raise TypeError(f"{cls.__name__} does not take these values: {values}, {named}")
            return tuple.__new__(cls, values)

        @classmethod
        def _take(cls, name: str, named: dict[str, object]) -> object:
            if name in named:
                return named.pop(name)
            if name in cls._defaults:
                return cls._defaults[name]
            raise TypeError(f"{cls.__name__} needs {name}")

        def __repr__(self) -> str:
            fields = ", ".join([f"{name}={value!r}" for name, value in zip(self._names, self)])
            return f"{type(self).__name__}({fields})"
