from datetime import date

from books import Book, Library, parse_date
from texts import binary_search, distance, flatten, frequencies, group_by, is_palindrome, most_common, slug, wrap


def build():
    return Library([Book("Emma", "Jane Austen", 1815, 2), Book("Persuasion", "Jane Austen", 1817), Book("Dracula", "Bram Stoker", 1897)])


def main():
    library = build()
    library.join("Eve")
    due = library.lend("Emma", "Eve", parse_date("01.02.2024"))
    print("due", due, library.lend("Dracula", "Eve", date(2024, 2, 2)))
    print(library.overdue(date(2024, 2, 25)), library.give_back("Emma", "Eve", date(2024, 3, 1)))
    print([str(book) for book in library.by_author("Jane Austen")], library.remove_unavailable())
    print(slug("The  Old Man, and the Sea!"), wrap("to be or not to be that is the question", 12))
    print(most_common("the cat and the dog and the bird", 2), frequencies("a b a"), flatten([1, [2, [3, 4]], 5]))
    print(binary_search([1, 3, 5, 7], 5), is_palindrome("Never odd or even"), distance("kitten", "sitting"))
    print(group_by(["ape", "bee", "ant"], lambda word: word[0]))


if __name__ == "__main__":
    main()
