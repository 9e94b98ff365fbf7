import unittest


class HelloTest(unittest.TestCase):
    def test_it_passes(self):
        pass
