import re
import unittest
from pathlib import Path

import served
from pages_runtime.settings import SettingError, Settings


class SettingsTest(unittest.TestCase):
    def test_an_empty_environment_gives_the_defaults(self) -> None:
        self.assertEqual(Settings(), Settings.from_environ({}))
        self.assertEqual(Settings(), Settings.from_environ({"PORT": " ", "PAGES_MAX_BODY": ""}))

    def test_every_variable_is_read(self) -> None:
        settings = Settings.from_environ(
            {
                "PORT": "0",
                "PAGES_HOST": "127.0.0.1",
                "PAGES_THREADS": "3",
                "PAGES_EAGER": "1",
                "PAGES_MAX_HEAD": "10",
                "PAGES_MAX_FIELDS": "11",
                "PAGES_MAX_BODY": "12",
                "PAGES_MAX_DURATION": "1.5",
                "PAGES_HEAD_TIMEOUT": "2",
                "PAGES_IDLE_TIMEOUT": "3",
                "PAGES_BODY_TIMEOUT": "4",
                "PAGES_SEND_TIMEOUT": "5",
                "PAGES_GRACE": "6",
                "PAGES_SOURCES_ONLY": "true",
                "PAGES_FRONT": "threads",
                "PAGES_HTTP": "h11",
            }
        )
        self.assertTrue(all(mine != default for mine, default in zip(settings, Settings())), settings)

    def test_a_wrong_value_names_its_variable(self) -> None:
        for variable, value in (
            ("PORT", "99999"),
            ("PORT", "x"),
            ("PORT", "-1"),
            ("PAGES_THREADS", "0"),
            ("PAGES_THREADS", "²"),
            ("PAGES_EAGER", "yes"),
            ("PAGES_MAX_DURATION", "-1"),
            ("PAGES_MAX_DURATION", "nan"),
            ("PAGES_GRACE", "soon"),
            ("PAGES_HTTP", "mine"),
        ):
            with self.subTest(variable=variable, value=value), self.assertRaisesRegex(SettingError, variable):
                Settings.from_environ({variable: value})

    def test_every_variable_that_the_bundle_reads_is_documented(self) -> None:
        page = Path(__file__).resolve().parents[4].joinpath("docs", "runtime.md").read_text(encoding="utf-8")
        sources = [file.read_text(encoding="utf-8") for file in served.MAIN.glob("pages_runtime/*.py")]
        names = set(re.findall(r'"(PORT|PAGES_[A-Z_]+|_LAMBDA_[A-Z_]+)"', "".join(sources)))
        self.assertLess(15, len(names))
        self.assertEqual([], sorted(name for name in names if f"| `{name}` |" not in page))


if __name__ == "__main__":
    unittest.main()
