"""Books, members and lending."""
from datetime import date, timedelta

LOAN_DAYS = 21
FEE_PER_DAY = 0.25


class Book:
    total = 0

    def __init__(self, title, author, year, copies=1):
        self.title = title
        self.author = author
        self.year = year
        self.copies = copies
        Book.total += 1

    def __str__(self):
        return f"{self.title} by {self.author} ({self.year})"

    def initials(self):
        letters = [part[0].upper() for part in self.author.split()]
        return ".".join(letters) + "."


class Member:
    def __init__(self, name, loans=None):
        self.name = name
        self.loans = loans if loans is not None else {}

    def can_borrow(self):
        return len(self.loans) < 3


class Library:
    def __init__(self, books=()):
        self.books = {book.title: book for book in books}
        self.members = {}

    def join(self, name):
        if name not in self.members:
            self.members[name] = Member(name)
        return self.members[name]

    def lend(self, title, name, day):
        book = self.books[title]
        member = self.members[name]
        if book.copies < 1 or not member.can_borrow():
            return None
        book.copies -= 1
        due = day + timedelta(days=LOAN_DAYS)
        member.loans[title] = due
        return due

    def give_back(self, title, name, day):
        due = self.members[name].loans.pop(title)
        self.books[title].copies += 1
        return late_fee(due, day)

    def overdue(self, day):
        late = []
        for member in self.members.values():
            for title, due in member.loans.items():
                if due < day:
                    late.append((member.name, title, (day - due).days))
        return sorted(late)

    def by_author(self, author):
        return sorted((book for book in self.books.values() if book.author == author), key=lambda book: book.year)

    def remove_unavailable(self):
        gone = [title for title, book in self.books.items() if book.copies == 0]
        for title in gone:
            del self.books[title]
        return gone


def late_fee(due, returned):
    days = (returned - due).days
    if days <= 0:
        return 0.0
    return min(days * FEE_PER_DAY, 10.0)


def parse_date(text):
    day, month, year = text.split(".")
    return date(int(year), int(month), int(day))
