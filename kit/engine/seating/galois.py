"""Arithmetic in finite fields of any prime power order. An element is a whole number: its digits are a polynomial."""

from functools import cache
from itertools import product

Tables = tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]
"""Differences and products of every two elements."""


def prime_power(order: int) -> tuple[int, int] | None:
    """The prime and the exponent of a prime power, or None for any other number."""
    for prime in range(2, order + 1):
        if order % prime == 0:
            exponent = 0
            while order % prime == 0:
                order, exponent = order // prime, exponent + 1
            return (prime, exponent) if order == 1 else None
    return None


@cache
def field(order: int) -> Tables | None:
    """The field with so many elements, or None where there is none."""
    found = prime_power(order)
    if found is None:
        return None
    prime, degree = found
    elements = [_digits(e, prime, degree) for e in range(order)]
    minus = tuple(tuple(_number([(x - y) % prime for x, y in zip(a, b, strict=True)], prime) for b in elements)
                  for a in elements)
    for tail in product(range(prime), repeat=degree):
        times = tuple(tuple(_number(_product(a, b, tail, prime), prime) for b in elements) for a in elements)
        if all(0 not in row[1:] for row in times[1:]):
            return minus, times
    raise AssertionError("There is an irreducible polynomial of every degree.")


def _digits(number: int, prime: int, degree: int) -> list[int]:
    return [number // prime**k % prime for k in range(degree)]


def _number(digits: list[int], prime: int) -> int:
    return sum(digit * prime**k for k, digit in enumerate(digits))


def _product(a: list[int], b: list[int], tail: tuple[int, ...], prime: int) -> list[int]:
    """The product of two polynomials, where x to the power of the degree is `tail`."""
    degree = len(a)
    long = [0] * (2 * degree - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            long[i + j] += x * y
    for top in range(2 * degree - 2, degree - 1, -1):
        for k in range(degree):
            long[top - degree + k] += long[top] * tail[k]
    return [x % prime for x in long[:degree]]
