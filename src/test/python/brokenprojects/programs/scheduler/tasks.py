"""Tasks that depend on each other."""
from dataclasses import dataclass, field
from datetime import datetime, timedelta


class CycleError(Exception):
    pass


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    minutes: int = field(default=30, compare=False)
    needs: list = field(default_factory=list, compare=False)
    done: bool = field(default=False, compare=False)

    def duration(self):
        return timedelta(minutes=self.minutes)


class Plan:
    def __init__(self, start):
        self.start = start
        self.tasks = {}

    def add(self, task):
        if task.name in self.tasks:
            raise ValueError("duplicate task: " + task.name)
        self.tasks[task.name] = task
        return self

    def ready(self):
        names = []
        for name, task in self.tasks.items():
            if not task.done and all(self.tasks[need].done for need in task.needs):
                names.append(name)
        return sorted(names)

    def order(self):
        """All names so that each comes after what it needs."""
        result = []
        state = {}

        def visit(name):
            if state.get(name) == "done":
                return
            if state.get(name) == "active":
                raise CycleError(name)
            state[name] = "active"
            for need in sorted(self.tasks[name].needs):
                visit(need)
            state[name] = "done"
            result.append(name)

        for name in sorted(self.tasks):
            visit(name)
        return result

    def timetable(self):
        now = self.start
        rows = []
        for name in self.order():
            end = now + self.tasks[name].duration()
            rows.append((name, now, end))
            now = end
        return rows

    def total(self):
        return sum((task.duration() for task in self.tasks.values()), timedelta())

    def finish(self, name):
        task = self.tasks[name]
        missing = [need for need in task.needs if not self.tasks[need].done]
        if missing:
            raise RuntimeError("not ready: " + ", ".join(missing))
        task.done = True

    def progress(self):
        if not self.tasks:
            return 100
        finished = sum(1 for task in self.tasks.values() if task.done)
        return finished * 100 // len(self.tasks)
