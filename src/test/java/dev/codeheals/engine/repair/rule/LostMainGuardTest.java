package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LostMainGuardTest {
    private final RuleExamples examples = RuleExamples.of(new LostMainGuard());

    @Test
    void oneProcess() {
        examples.heals("""
                import multiprocessing

                def work(n):
                    print(n * 2)

                multiprocessing.set_start_method("spawn")
                worker = multiprocessing.Process(target=work, args=(3,))
                worker.start()
                worker.join()
                assert worker.exitcode == 0
                """, "if __name__ == \"__main__\":\n    multiprocessing.set_start_method(\"spawn\")\n    worker");
    }

    @Test
    void aCallOfMain() {
        examples.heals("""
                import multiprocessing as mp
                import sys

                def double(queue, n):
                    queue.put(n * 2)

                def main():
                    context = mp.get_context("spawn")
                    queue = context.Queue()
                    helper = context.Process(target=double, args=(queue, 4))
                    helper.start()
                    helper.join(timeout=8)
                    if helper.exitcode:
                        sys.exit("the helper failed")
                    assert queue.get(timeout=8) == 8

                main()
                """, "if __name__ == \"__main__\":\n    main()");
    }

    @Test
    void severalInALoop() {
        examples.heals("""
                from multiprocessing import get_context

                SIZES = [1, 2]
                spawn = get_context("spawn")

                def measure(size):
                    \"""Nothing of note.\"""
                    return size ** 2

                jobs = [spawn.Process(target=measure, args=(size,)) for size in SIZES]
                for job in jobs:
                    job.start()

                    job.join()
                assert all(job.exitcode == 0 for job in jobs), \"""
                not all
                of them\"""
                """, "    for job in jobs:\n        job.start()\n\n        job.join()\n    assert all", "\nof them");
    }

    @Test
    void aProcessOfItsOwnClass() {
        examples.heals("""
                import multiprocessing

                class Counter(multiprocessing.get_context('spawn').Process):
                    def run(self):
                        self.total = sum(range(5))

                counter = Counter(daemon=True)
                counter.start()
                counter.join()
                assert counter.exitcode == 0
                """, "if __name__ == '__main__':\n    counter = Counter(daemon=True)\n");
    }

    @Test
    void onlyTheStepsAboveAFunction() {
        examples.heals("""
                import multiprocessing

                def ping(end):
                    end.send("pong")
                    end.close()

                with multiprocessing.get_context("spawn").Manager() as shared:
                    notes = shared.list(["a"])
                    notes.append("b")
                    assert len(notes) == 2

                def unused():
                    return None
                """, "    with multiprocessing", "\ndef unused");
    }

    @Test
    void leavesAGuardedScript() {
        examples.leavesAlone("""
                import multiprocessing

                def work():
                    raise RuntimeError("a fault of the work itself")

                if __name__ == "__main__":
                    work()
                """);
    }

    @Test
    void leavesAThread() {
        examples.leavesAlone("""
                import threading

                worker = threading.Thread(target=print)
                worker.start()
                worker.start()
                """);
    }

    @Test
    void leavesAWrongContext() {
        examples.leavesAlone("""
                import multiprocessing

                multiprocessing.set_start_method("spawn")
                multiprocessing.set_start_method("fork")
                """);
    }
}
