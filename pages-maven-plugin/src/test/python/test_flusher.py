import threading
import time
import unittest
import weakref

from pages_runtime.flusher import Flusher


class Item:
    def __init__(self) -> None:
        self.released = threading.Event()

    def release(self) -> None:
        self.released.set()


class FlusherTest(unittest.TestCase):
    def test_what_is_held_is_released_again_and_again(self) -> None:
        flusher = Flusher()
        for _ in range(3):
            item = Item()
            flusher.hold(item)
            self.assertTrue(item.released.wait(10))

    def test_many_threads_hold_and_none_is_forgotten(self) -> None:
        flusher = Flusher()
        items = [Item() for _ in range(200)]
        threads = [threading.Thread(target=flusher.hold, args=(item,)) for item in items]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertTrue(all(item.released.wait(10) for item in items))

    def test_what_is_dropped_is_kept_no_longer(self) -> None:
        flusher = Flusher()
        item = Item()
        kept = weakref.ref(item)
        flusher.hold(item)
        flusher.drop(item)
        del item
        end = time.monotonic() + 10
        while kept() is not None and time.monotonic() < end:
            time.sleep(0.01)
        self.assertIsNone(kept())


if __name__ == "__main__":
    unittest.main()
