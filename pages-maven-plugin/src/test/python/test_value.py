import unittest

from pages_runtime.value import Value


class Point(Value):
    x: int
    y: int = 2

    @property
    def sum(self) -> int:
        return self.x + self.y


class ValueTest(unittest.TestCase):
    def test_takes_its_fields_by_place_and_by_name(self) -> None:
        for point in (Point(1), Point(1, 2), Point(x=1), Point(1, y=2), Point(y=2, x=1)):
            self.assertEqual((1, 2), point)
            self.assertEqual((1, 2, 3), (point.x, point.y, point.sum))
        self.assertEqual((1, 3), Point(1, 3))
        self.assertEqual("Point(x=1, y=2)", repr(Point(1)))

    def test_refuses_what_does_not_fit(self) -> None:
        for values, named in (((), {}), ((1, 2, 3), {}), ((1,), {"z": 2}), ((1,), {"x": 2})):
            with self.assertRaises(TypeError):
                Point(*values, **named)

    def test_cannot_be_changed(self) -> None:
        with self.assertRaises(AttributeError):
            Point(1).x = 2  # type: ignore[misc]
