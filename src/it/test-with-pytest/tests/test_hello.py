import unittest

import pytest
from pages_test import call


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_it_answers(method):
    assert call(method, "/hello").status == 200


@pytest.mark.skip(reason="later")
def test_later():
    pass


class PartsTest(unittest.TestCase):
    def test_parts(self):
        for number in range(2):
            with self.subTest("part", number=number):
                assert number == 0
