import email.utils
import time
import unittest

from pages_runtime import contract


class ContractTest(unittest.TestCase):
    def test_a_sound_id_of_the_client_is_kept(self) -> None:
        self.assertEqual(b"abc-1", contract.request_id(b"abc-1"))

    def test_other_ids_are_replaced_by_new_ones(self) -> None:
        for incoming in (None, b"", b"a b", b"a\xff", b"x" * 201):
            with self.subTest(incoming):
                self.assertNotEqual(incoming, contract.request_id(incoming))
        self.assertNotEqual(contract.request_id(None), contract.request_id(None))

    def test_the_head_is_completed(self) -> None:
        headers = dict(contract.complete(502, [(b"A", b"b")], b"id"))
        self.assertEqual(b"502", headers[b"eo-pages-inner-scf-status"])
        self.assertEqual(b"true", headers[b"eo-pages-inner-status-intercept"])
        self.assertEqual((b"id", b"id"), (headers[b"functions-request-id"], headers[b"x-request-id"]))
        self.assertEqual(b"b", headers[b"A"])
        self.assertIn(b"date", headers)
        self.assertEqual(b"false", dict(contract.complete(499, [], b"id"))[b"eo-pages-inner-status-intercept"])

    def test_what_the_function_says_stays(self) -> None:
        given = [(b"Date", b"then"), (b"X-Request-Id", b"mine")]
        names = [name.lower() for name, _ in contract.complete(200, list(given), b"id")]
        self.assertEqual((1, 1), (names.count(b"date"), names.count(b"x-request-id")))

    def test_the_date_is_that_of_the_standard_library(self) -> None:
        while True:
            before = int(time.time())
            date = contract.date_line().decode()
            if before == int(time.time()):
                break
        self.assertEqual(f"date: {email.utils.formatdate(before, usegmt=True)}\r\n", date)

    def test_the_log_shows_the_public_origin_when_it_is_known(self) -> None:
        self.assertEqual("/a", contract.shown_path("/a", None, b"https"))
        self.assertEqual("http://h/a", contract.shown_path("/a", b"h", b"http"))


if __name__ == "__main__":
    unittest.main()
