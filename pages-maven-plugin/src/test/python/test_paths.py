import unittest

from pages_runtime.paths import BadPath, segments_of, split_target


class PathsTest(unittest.TestCase):
    def test_a_target_is_split_at_its_first_question_mark(self) -> None:
        self.assertEqual(("/a/b", "x=1?y"), split_target("/a/b?x=1?y"))

    def test_an_absolute_target_loses_scheme_and_authority(self) -> None:
        self.assertEqual(("/a", "q"), split_target("http://user@host:80/a?q"))
        self.assertEqual(("/", ""), split_target("HTTPS://host"))
        self.assertEqual(("/", "q=/x"), split_target("http://host?q=/x"))

    def test_a_target_that_is_no_path_is_refused(self) -> None:
        for target in ("", "a", "host:80", "ftp://host/a"):
            with self.subTest(target), self.assertRaises(BadPath):
                split_target(target)

    def test_segments_are_split_before_they_are_decoded(self) -> None:
        self.assertEqual(["a/b", "c d"], segments_of("/a%2Fb/c%20d"))

    def test_one_trailing_slash_is_ignored(self) -> None:
        self.assertEqual([], segments_of("/"))
        self.assertEqual(["a"], segments_of("/a/"))
        self.assertEqual(["a", ""], segments_of("/a//"))
        self.assertEqual([""], segments_of("//"))

    def test_raw_bytes_are_read_as_utf_8(self) -> None:
        self.assertEqual(["你"], segments_of("/" + "你".encode().decode("latin-1")))

    def test_what_is_malformed_is_refused(self) -> None:
        for path in ("/%", "/%4", "/%zz", "/a%", "/%ff", "/%C3%28", "/\xff", "/%+1", "/% 1"):
            with self.subTest(path), self.assertRaises(BadPath):
                segments_of(path)

    def test_dot_components_are_refused_in_every_disguise(self) -> None:
        for path in (
            "/.",
            "/..",
            "/a/../b",
            "/%2e",
            "/%2E%2e/x",
            "/.%2e",
            "/a%2F..%2Fb",
            "/..%5Cb",
            "/a\\..",
            "/a%2f.",
        ):
            with self.subTest(path), self.assertRaises(BadPath):
                segments_of(path)

    def test_dots_inside_names_stay(self) -> None:
        self.assertEqual(["...", ".well-known", "a..b", "x."], segments_of("/.../.well-known/a..b/x."))


if __name__ == "__main__":
    unittest.main()
