"""Runs many jobs together."""
import asyncio

from jobs import JobFailed, Pool, Result


async def attempt(job, tries=3):
    """Runs a job until it succeeds or the tries are used up."""
    last = None
    for _ in range(tries):
        try:
            value = await job.run()
        except JobFailed as error:
            last = error
            continue
        return Result(job.name, True, value)
    return Result(job.name, False, str(last))


async def run_all(jobs, size=2):
    pool = Pool(size)

    async def guarded(job):
        async with pool:
            return await attempt(job)

    results = await asyncio.gather(*[guarded(job) for job in jobs])
    return results, pool.most


async def produce(queue, items):
    for item in items:
        await queue.put(item)
    await queue.put(None)


async def consume(queue, handled):
    while True:
        item = await queue.get()
        if item is None:
            break
        handled.append(item * 2)
    return len(handled)


async def double_all(items):
    queue = asyncio.Queue(maxsize=2)
    handled = []
    producer = asyncio.ensure_future(produce(queue, items))
    count = await consume(queue, handled)
    await producer
    return handled, count


async def first_done(jobs):
    tasks = [asyncio.ensure_future(job.run()) for job in jobs]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    return max(task.result() for task in done)


def summarize(results):
    good = [result for result in results if result.ok]
    bad = [result.name for result in results if not result.ok]
    return {"good": len(good), "bad": bad, "sum": sum(result.value for result in good)}
