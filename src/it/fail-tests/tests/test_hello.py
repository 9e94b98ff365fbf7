import unittest

from pages_test import call


class HelloTest(unittest.TestCase):
    def test_it_greets(self):
        self.assertEqual("hello", call("GET", "/hello").text)

    def test_parts(self):
        for number in range(2):
            with self.subTest(number=number):
                self.assertEqual(0, number)


class BrokenTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no database")

    def test_never(self):
        pass
