import sys
import threading
import unittest

from pages_runtime.pool import Pool


class PoolTest(unittest.TestCase):
    def test_jobs_run_side_by_side_up_to_the_size(self) -> None:
        pool = Pool(3)
        barrier = threading.Barrier(4, timeout=10)

        def job() -> None:
            barrier.wait()

        for _ in range(3):
            pool.submit(job)
        barrier.wait()

    def test_more_jobs_wait_and_are_done(self) -> None:
        pool = Pool(2)
        lock, gate, done = threading.Lock(), threading.Event(), threading.Event()
        running = [0, 0]
        left = [20]

        def job() -> None:
            with lock:
                running[0] += 1
                running[1] = max(running)
            gate.wait(10)
            with lock:
                running[0] -= 1
                left[0] -= 1
                if not left[0]:
                    done.set()

        for _ in range(20):
            pool.submit(job)
        self.assertTrue(pool.busy)
        gate.set()
        self.assertTrue(done.wait(10))
        self.assertEqual(2, running[1])
        self.assertFalse(pool.busy)

    def test_no_job_waits_while_a_thread_is_free(self) -> None:
        interval = sys.getswitchinterval()
        self.addCleanup(sys.setswitchinterval, interval)
        sys.setswitchinterval(1e-6)
        for _ in range(60):
            pool = Pool(12)
            for number in range(1, 13):
                together = threading.Barrier(number + 1, timeout=5)
                for _ in range(number):
                    pool.submit(together.wait)  # type: ignore[arg-type]
                together.wait()

    def test_an_idle_thread_is_used_again(self) -> None:
        pool = Pool(50)
        seen = set()
        for _ in range(20):
            done = threading.Event()
            pool.submit(lambda: seen.add(threading.current_thread().name))
            pool.submit(done.set)
            self.assertTrue(done.wait(10))
        self.assertLess(len(seen), 20)


if __name__ == "__main__":
    unittest.main()
