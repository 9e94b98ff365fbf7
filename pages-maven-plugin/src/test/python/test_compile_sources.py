import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any, Dict, List, Optional

from pages_build import compile_sources


class CompileSourcesTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_a_file_that_compiles_is_not_refused(self) -> None:
        self.assertIsNone(self.refusal(b"x = 1\n"))

    def test_columns_are_characters_in_every_encoding(self) -> None:
        text = "\u00e4 = '\u00fc'; x = = 1\n"
        for name, content in {
            "plain": text.encode(),
            "mark": b"\xef\xbb\xbf" + text.encode(),
            "utf-8 cookie": b"# coding: utf-8\n" + text.encode(),
            "latin-1 cookie": b"# coding: latin-1\n" + text.encode("latin-1"),
        }.items():
            with self.subTest(name):
                refusal = self.refusal(content)
                assert refusal is not None
                self.assertEqual(14, refusal["column"])

    def test_what_only_the_compiler_sees_is_refused(self) -> None:
        refusal = self.refusal(b"x = 1\n\nreturn x\n")
        assert refusal is not None
        self.assertEqual(("SyntaxError", 3, 1), (refusal["kind"], refusal["line"], refusal["column"]))

    def test_warnings_are_no_refusal(self) -> None:
        self.assertIsNone(self.refusal(b"x = '\\d'\nif x is 1: pass\n"))

    def test_a_missing_file_is_refused(self) -> None:
        refusal = compile_sources.refusal(str(self.folder / "none.py"))
        assert refusal is not None
        self.assertEqual("FileNotFoundError", refusal["kind"])

    def test_one_line_answers_each_file_in_order(self) -> None:
        names = ["a \u4f60.py", "b\n.py", "c.py"]
        contents = [b"x = 1\n", b"x = \n", b"x = 2\n"]
        paths = []
        for name, content in zip(names, contents):
            (self.folder / name).write_bytes(content)
            paths.append(str(self.folder / name))
        answers = self.answers(paths)
        self.assertEqual([True, False, True], [answer is None for answer in answers])

    def refusal(self, content: bytes) -> Optional[Dict[str, Any]]:
        file = self.folder / "a.py"
        file.write_bytes(content)
        return compile_sources.refusal(str(file))

    def answers(self, paths: List[str]) -> List[Any]:
        program = Path(compile_sources.__file__).read_text(encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-X", "utf8", "-c", program],
            input="".join(path + "\0" for path in paths).encode(),
            stdout=subprocess.PIPE,
            check=True,
        )
        return [json.loads(line) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    unittest.main()
