import sys
import unittest

import bundles
import tables
from pages_runtime.paths import BadPath
from pages_runtime.router import Router


class RouterTest(unittest.TestCase):
    """``cases/routes.yaml``, which the Java tests of the route table read as well."""

    def test_the_table(self) -> None:
        for case in tables.read("routes.yaml"):
            files = sorted(case["functions"])
            functions = [bundles.function(file, case["functions"][file]) for file in files]
            router = Router(case["tree"])
            for path, *expected in case["answers"]:
                with self.subTest(case["case"], path=path):
                    self.assertEqual(expected, self.answer(router, functions, path))

    def test_the_builder_of_the_tests_makes_the_trees_of_the_table(self) -> None:
        for case in tables.read("routes.yaml"):
            with self.subTest(case["case"]):
                self.assertEqual(case["tree"], bundles.tree_of(case["functions"]))

    def test_a_deep_path_is_no_deep_recursion(self) -> None:
        router = Router(bundles.tree_of({"[[all]].py": "handler"}))
        match = router.match("/a" * (sys.getrecursionlimit() * 2))
        self.assertIsNotNone(match)

    def answer(self, router: Router, functions: list, path: str) -> list:  # type: ignore[type-arg]
        try:
            match = router.match(path)
        except BadPath:
            return [400]
        if match is None:
            return [404]
        function = functions[match.function]
        return [function["file"], dict(zip(function["params"], match.values)), match.prefix]


if __name__ == "__main__":
    unittest.main()
