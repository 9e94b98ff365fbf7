"""What is known of frameworks; that they are so was seen on their sources, which are not needed here."""

import sys
import types
import unittest
from typing import Any
from unittest import mock

from pages_runtime import habits


def of_module(name: str, **members: Any) -> Any:
    """Return an instance of a class that says that it is of a module."""
    return type("Application", (), {"__module__": name, **members})()


class HabitsTest(unittest.TestCase):
    def test_frameworks_are_known_by_their_classes_and_by_what_the_build_has_found(self) -> None:
        self.assertEqual({"falcon", "builtins"}, habits.packages_of(of_module("falcon.asgi.app"), None))
        wrapped = habits.packages_of(of_module("starlette.middleware.cors"), "falcon")
        self.assertEqual({"starlette", "falcon", "builtins"}, wrapped)
        self.assertTrue(habits.wants_stripped_path(wrapped))

    def test_paths(self) -> None:
        for package, stripped, rootless in (
            ("sanic", True, True),
            ("falcon", True, False),
            ("quart", False, False),
            ("litestar", False, False),
            ("blacksheep", False, False),
            ("django", False, False),
            ("shop", False, False),
        ):
            with self.subTest(package):
                packages = frozenset([package])
                self.assertEqual(stripped, habits.wants_stripped_path(packages))
                self.assertEqual(rootless, habits.wants_no_root_path(packages))

    def test_old_starlette_gets_the_rest(self) -> None:
        for version, stripped in (("0.32.0", True), ("0.9", True), ("0.33.0", False), ("0.41", False), ("1.7", False)):
            starlette = types.ModuleType("starlette")
            starlette.__version__ = version  # type: ignore[attr-defined]
            with self.subTest(version), mock.patch.dict(sys.modules, {"starlette": starlette}):
                for package in ("starlette", "fastapi"):
                    self.assertEqual(stripped, habits.wants_stripped_path(frozenset([package])))

    def test_several_applications_of_sanic_can_start_in_one_process(self) -> None:
        application = of_module("sanic.app", config=types.SimpleNamespace(TOUCHUP=True))
        habits.prepare(application, frozenset(["sanic"]))
        self.assertIs(False, application.config.TOUCHUP)
        habits.prepare(object(), frozenset(["sanic"]))

    def test_others_are_left_alone(self) -> None:
        application = of_module("shop", config=types.SimpleNamespace(TOUCHUP=True))
        habits.prepare(application, frozenset(["shop"]))
        self.assertIs(True, application.config.TOUCHUP)


if __name__ == "__main__":
    unittest.main()
