"""Classic exercises on numbers."""


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def primes_below(limit):
    sieve = [True] * limit
    primes = []
    for number in range(2, limit):
        if sieve[number]:
            primes.append(number)
            for multiple in range(number * number, limit, number):
                sieve[multiple] = False
    return primes


def prime_factors(number):
    factors = []
    divisor = 2
    while divisor * divisor <= number:
        while number % divisor == 0:
            factors.append(divisor)
            number //= divisor
        divisor += 1
    if number > 1:
        factors.append(number)
    return factors


def pascal(count):
    rows = [[1]]
    for _ in range(count - 1):
        last = rows[-1]
        row = [1]
        for i in range(len(last) - 1):
            row.append(last[i] + last[i + 1])
        row.append(1)
        rows.append(row)
    return rows


def to_base(number, base):
    digits = "0123456789abcdef"
    if number == 0:
        return "0"
    text = ""
    while number > 0:
        number, rest = divmod(number, base)
        text = digits[rest] + text
    return text


def bit_count(number):
    count = 0
    while number:
        number &= number - 1
        count += 1
    return count


def square_root(value, precision=1e-6):
    guess = value / 2
    while abs(guess * guess - value) > precision:
        guess = 0.5 * (guess + value / guess)
    return guess


def change(amount, coins):
    """The fewest coins that make the amount, or None."""
    fewest = [0] + [None] * amount
    for total in range(1, amount + 1):
        for coin in coins:
            if coin <= total and fewest[total - coin] is not None:
                candidate = fewest[total - coin] + 1
                if fewest[total] is None or candidate < fewest[total]:
                    fewest[total] = candidate
    return fewest[amount]


def knapsack(capacity, items):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for size in range(capacity, weight - 1, -1):
            best[size] = max(best[size], best[size - weight] + value)
    return best[capacity]


def hanoi(height, start="a", end="c", spare="b"):
    if height == 0:
        return []
    steps = hanoi(height - 1, start, spare, end)
    steps.append((start, end))
    steps.extend(hanoi(height - 1, spare, end, start))
    return steps


def evaluate(tokens):
    """A formula in reverse notation."""
    stack = []
    for token in tokens:
        if isinstance(token, str):
            right = stack.pop()
            left = stack.pop()
            if token == "+":
                stack.append(left + right)
            elif token == "-":
                stack.append(left - right)
            elif token == "*":
                stack.append(left * right)
            else:
                stack.append(left / right)
        else:
            stack.append(token)
    return stack.pop()


def mean_and_spread(values):
    if not values:
        return 0.0, 0.0
    mean = sum(values) / len(values)
    spread = sum((value - mean) ** 2 for value in values) / len(values)
    return mean, spread ** 0.5
