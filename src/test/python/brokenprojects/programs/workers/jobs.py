"""Jobs and their results."""
import asyncio
import time
from collections import namedtuple

Result = namedtuple("Result", "name ok value")


class JobFailed(Exception):
    pass


class Job:
    def __init__(self, name, steps=1, fails=0):
        self.name = name
        self.steps = steps
        self.fails = fails
        self.tries = 0

    async def run(self):
        self.tries += 1
        for _ in range(self.steps):
            await asyncio.sleep(0)
        if self.tries <= self.fails:
            raise JobFailed(f"{self.name} failed, try {self.tries}")
        return len(self.name) * self.steps


class Timer:
    """Measures a block."""

    def __init__(self, clock=time.perf_counter):
        self.clock = clock
        self.elapsed = None

    def __enter__(self):
        self.started = self.clock()
        return self

    def __exit__(self, kind, value, trace):
        self.elapsed = self.clock() - self.started
        return False


class Pool:
    """Lets at most so many in at once."""

    def __init__(self, size):
        self.size = size
        self.inside = 0
        self.most = 0
        self.gate = asyncio.Semaphore(size)

    async def __aenter__(self):
        await self.gate.acquire()
        self.inside += 1
        self.most = max(self.most, self.inside)
        return self

    async def __aexit__(self, kind, value, trace):
        self.inside -= 1
        self.gate.release()
        return False
