"""pages_test names every outcome that unittest knows."""

import unittest

from pages_test.cases import CaseRecorder, Verdict


class Module:
    """Test classes of all kinds; inside a class so that they are not found as tests of their own."""

    class Kinds(unittest.TestCase):
        def test_passes(self):
            pass

        def test_fails(self):
            self.assertEqual(1, 2)

        def test_breaks(self):
            raise LookupError("gone")

        @unittest.skip("later")
        def test_waits(self):
            pass

        @unittest.expectedFailure
        def test_expected(self):
            self.fail()

        @unittest.expectedFailure
        def test_unexpected(self):
            pass

        def test_parts(self):
            for number in range(3):
                with self.subTest(number=number):
                    self.assertNotEqual(1, number)

        def test_exits(self):
            raise SystemExit(3)

    class BrokenFixture(unittest.TestCase):
        @classmethod
        def setUpClass(cls):
            raise OSError("no disk")

        def test_never(self):
            pass

    class BrokenEnd(unittest.TestCase):
        @classmethod
        def tearDownClass(cls):
            raise OSError("no way out")

        def test_passes(self):
            pass

    class Async(unittest.IsolatedAsyncioTestCase):
        async def test_awaits(self):
            pass

        async def test_fails(self):
            self.assertEqual(1, 2)


def record(kind):
    recorder = CaseRecorder()
    unittest.defaultTestLoader.loadTestsFromTestCase(kind).run(recorder)
    return {case.name: case for case in recorder.cases}


class CasesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        import contextlib
        import io

        with contextlib.redirect_stderr(io.StringIO()) as cls.printed:
            cls.kinds = record(Module.Kinds)
            cls.broken = record(Module.BrokenFixture)
            cls.end = record(Module.BrokenEnd)
            cls.coroutines = record(Module.Async)

    def test_every_outcome_has_its_word(self):
        expected = {
            "test_passes": Verdict.PASSED,
            "test_fails": Verdict.FAILURE,
            "test_breaks": Verdict.ERROR,
            "test_waits": Verdict.SKIPPED,
            "test_expected": Verdict.PASSED,
            "test_unexpected": Verdict.FAILURE,
            "test_exits": Verdict.ERROR,
        }
        self.assertEqual(expected, {name: self.kinds[name].verdict for name in expected})

    def test_subtests_are_cases(self):
        verdicts = {name: case.verdict for name, case in self.kinds.items() if name.startswith("test_parts ")}
        self.assertEqual(Verdict.FAILURE, verdicts["test_parts (number=1)"])
        self.assertEqual(Verdict.PASSED, verdicts["test_parts (number=2)"])

    def test_a_fixture_s_error_is_a_case_of_its_class(self):
        case = self.broken["setUpClass"]
        self.assertEqual((Verdict.ERROR, "OSError", "no disk"), (case.verdict, case.kind, case.message))
        self.assertTrue(case.group.endswith("BrokenFixture"), case.group)
        self.assertEqual(Verdict.ERROR, self.end["tearDownClass"].verdict)
        self.assertEqual(Verdict.PASSED, self.end["test_passes"].verdict)

    def test_a_traceback_begins_at_the_test(self):
        detail = self.kinds["test_fails"].detail
        self.assertIn("self.assertEqual(1, 2)", detail)
        self.assertNotIn("unittest/case.py", detail.replace("\\", "/"))
        self.assertIn("AssertionError: 1 != 2", detail)
        self.assertEqual(1, self.coroutines["test_fails"].detail.count("  File "), self.coroutines["test_fails"].detail)

    def test_failures_are_printed_when_they_happen(self):
        self.assertIn("FAILED", self.printed.getvalue())
        self.assertIn("LookupError: gone", self.printed.getvalue())

    def test_coroutines_are_run(self):
        self.assertEqual(Verdict.PASSED, self.coroutines["test_awaits"].verdict)
        self.assertEqual(Verdict.FAILURE, self.coroutines["test_fails"].verdict)
