import unittest

import bundles
from pages_runtime.dispatch import KNOWN_LENGTH, Dispatcher
from pages_runtime.loader import Loader
from pages_runtime.manifest import Function, Manifest
from pages_runtime.observer import Observer


class DispatchTest(unittest.TestCase):
    def setUp(self) -> None:
        function = Function("[[rest]].py", "/*", "handler", "handler", None, ["rest"])
        observer = Observer()
        manifest = Manifest([function], bundles.tree_of({"[[rest]].py": "handler"}))
        self.dispatcher = Dispatcher(manifest, Loader(".", observer), observer)

    def test_the_answer_for_a_path_is_remembered(self) -> None:
        self.assertIs(self.dispatcher.find("/a"), self.dispatcher.find("/a"))

    def test_long_paths_are_not_remembered_since_they_could_fill_the_memory(self) -> None:
        path = "/" + "a" * KNOWN_LENGTH
        first, second = self.dispatcher.find(path), self.dispatcher.find(path)
        self.assertEqual(first, second)
        self.assertIsNot(first, second)


if __name__ == "__main__":
    unittest.main()
