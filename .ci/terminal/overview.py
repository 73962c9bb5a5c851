"""The page of the course holds to the same as a lesson does, and so do the lessons that are opened from it.

`longhand` alone is one program for all of it: whoever leaves a lesson is on the page again, and the terminal is given back at the end, and not before.
"""

from case import Case
from frames import DOWN, HOME, SIZES, UP, named, one_write
from leaving import WAYS, end
from program import COURSE
from seat import GIVEN

# What moves on the page, searches it, and says something on it.
KEYS = [DOWN, DOWN, UP, "]", "[", "n", "/", *"pla", "\r", "/", "\x07", "?", "?", "x", "漢", HOME]
# Keys by which a lesson is opened, and what is pressed there before Ctrl-D.
OPENINGS = {"\r": "\r\r", "p": "."}


def cases(_):
    yield from (Case(f"the page of the course, {named(size)}", watched, (size,)) for size in SIZES)
    yield from (Case(f"{way} on the page of the course", left, WAYS[way]) for way in ("Ctrl-C", "Ctrl-D", "SIGTERM"))
    yield from (Case(f"{way} in a lesson that was opened from it", left, (*WAYS[way], True)) for way in ("Ctrl-C", "SIGTERM"))


def page(program, **how):
    """A seat before the page of the small course."""
    return program.seat(environment={"COLORTERM": "truecolor", "LONGHAND_LESSONS": COURSE}, **how)


def watched(program, size):
    """Somebody moves on the page, and opens lessons."""
    with page(program, size=size) as seat:
        seat.begin()
        for index, key in enumerate(KEYS):
            for fault in [*one_write(seat, key), *seat.history()]:
                yield f"key {index + 1}, {key!r}: {fault}"
        for key, keys in OPENINGS.items():
            yield from opened(seat, key)
            for inner in keys:
                seat.press(inner)
            yield from (f"in a lesson: {fault}" for fault in seat.history())
            yield from opened(seat, "\x04")
            yield from (f"on the page again: {fault}" for fault in seat.history())
        yield from seat.leave("q")


def opened(seat, key):
    """Presses a key that brings another page, for which the terminal is not given back."""
    since = len(seat.received)
    seat.press(key)
    seat.wait(lambda: len(seat.received) > since, "another page")
    seat.settle()
    if GIVEN in seat.received[since:]:
        yield "the shell's screen is seen between two pages"


def left(program, cause, status, is_inside=False):
    """Somebody leaves all of it."""
    with page(program) as seat:
        seat.begin()
        if is_inside:
            yield from opened(seat, "\r")
        yield from end(seat, cause, status)
