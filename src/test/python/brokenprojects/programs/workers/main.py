import asyncio

from events import Bus, counter, multipliers
from jobs import Job, Timer
from runner import double_all, first_done, run_all, summarize


def build():
    return [Job("fetch", 3), Job("parse", 2, fails=1), Job("store", 1, fails=9), Job("mail")]


async def work():
    bus = Bus()
    step = counter()
    stop = bus.on("done", lambda name: f"{step()}:{name}")
    results, most = await run_all(build())
    for result in results:
        if result.ok:
            print(bus.emit("done", result.name))
    stop()
    print(summarize(results), most, bus.topics(), bus.counts)
    print(await double_all([1, 2, 3]))
    print(await first_done([Job("slow", 50), Job("fast", 1)]))


def main():
    with Timer() as timer:
        asyncio.run(work())
    print("took", timer.elapsed >= 0, [f(10) for f in multipliers([1, 2, 3])])


if __name__ == "__main__":
    main()
