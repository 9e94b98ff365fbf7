import unittest


class HelloTest(unittest.TestCase):
    def test_it_fails(self):
        self.fail("on purpose")
