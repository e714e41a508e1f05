from datetime import datetime

from queueing import PriorityQueue, RoundRobin, chunks, merge, overlaps
from tasks import Plan, Task


def build():
    plan = Plan(datetime(2024, 6, 3, 9, 0))
    plan.add(Task(2, "paint", 90, ["plaster"]))
    plan.add(Task(1, "plaster", 60, ["wire"]))
    plan.add(Task(1, "wire", 45))
    plan.add(Task(3, "clean", 20, ["paint", "wire"]))
    return plan


def main():
    plan = build()
    print(plan.order(), plan.ready(), plan.total())
    for name, start, end in plan.timetable():
        print(f"{start:%H:%M}-{end:%H:%M} {name}")
    plan.finish("wire")
    print(plan.progress(), plan.ready())
    queue = PriorityQueue()
    for task in plan.tasks.values():
        queue.push(task)
    team = RoundRobin(["Kim", "Lee"])
    while len(queue):
        task = queue.pop()
        print(task.name, "->", team.assign(task.name))
    print(team.load(), chunks([1, 2, 3, 4, 5], 2), merge([(5, 7), (1, 3), (2, 4)]), overlaps((1, 2), (2, 3)))


if __name__ == "__main__":
    main()
