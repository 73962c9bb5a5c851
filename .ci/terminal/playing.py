"""A training that is played holds to the same while it runs: one write a frame, no frame that depends on earlier ones, a terminal left well.

Walks of random keys, as in a lesson, in which trainings run, pause, go back and are put together anew; and a training that is left amid
its frames.
"""
import os
import random

from case import Case
from frames import SIZES, named, one_write
from leaving import WAYS, end
from seat import FRAME, Stuck
from wandering import NOISE, walk

COUNT = int(os.environ.get("LONGHAND_WALKS", 1000)) // 4
STEPS = [" "] * 3 + list("nnnnbr+-==\t\t")
MOVES = ["\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x7f", "\x07"]
WORDS = ["w", "m", "p", "v", "l", "c", "?", "g3\r", "g150\r", "g0\r", "gx\r", "snetwork.md\r", "snetwork.md\ry", "s/no/where.md\r", "g", "s", "cc", "c\x1b[B\x1b[C\r"]
# What colours there are; all of them not too often, for an emulator takes its time over them.
LOOKS = [{"COLORTERM": "truecolor"}, {}, {"NO_COLOR": "1"}]
# What leaves a line that is typed, what covers the training, and the choice of a network.
ALONE = "\x07\x7f\r"
# How often it is tried to pause a training.
MOST_PRESSES = 10
# Every key that is pressed while nothing runs.
KEYS = ["n", "n", "\t", "\x1b[B", "\x1b[A", "+", "-", "w", "\x1b[B", "\x1b[6~", "\x7f", "b", "g", "9", "\r", "m", "\x7f", "p", "p", "p", "v", "\x7f", "l", "\x7f",
        "c", "\x1b[B", "\x1b[C", "\x1b[C", "\x1b[D", "\r", "?", "\x7f", "s", *"a.md", "\r", "s", *"a.md", "\r", "n", "r", "x", "漢"]


def cases(_):
    for size, environment in zip(SIZES, LOOKS):
        yield Case(f"play, key by key, {named(size)}", watched, (size, environment))
    for way in ("Ctrl-C", "Ctrl-D", "SIGTERM"):
        yield Case(f"{way} amid the frames of a training", left, (*WAYS[way],))
    for number in range(COUNT):
        yield Case(f"walk {number}, play, {named(SIZES[number % 3])}", walked, (number, SIZES[number % 3]))


def watched(program, size, environment):
    """Each frame that a key brings is one write, and the one that is drawn anew."""
    with program.seat("play", size=size, environment=environment) as seat:
        seat.begin()
        for index, key in enumerate(KEYS):
            # On the way to another epoch the window shows how far it is.
            faults = [*one_write(seat, key, most=1000 if key == "\r" else 1), *seat.history()]
            if faults:
                yield from (f"key {index + 1}, {key!r}: {fault}" for fault in faults)
                return
        yield from running(seat)
        yield from seat.leave("\x04")


def running(seat):
    """A training runs for some frames, each in one write, and pauses."""
    since, before = len(seat.received), seat.count("syscw")
    seat.type(" ")
    seat.wait(lambda: seat.received[since:].count(FRAME) > 20, "a frame of the training")
    paused(seat)
    seat.settle()
    calls, frames = seat.count("syscw") - before, seat.received[since:].count(FRAME)
    if calls != frames:
        yield f"{calls} calls to write for {frames} frames"
    yield from seat.history()


def paused(seat):
    """Leaves what covers the training, and pauses it where it runs."""
    seat.press(ALONE, is_calm=False)
    # One that trains a few epochs a frame waits between them.
    runs = lambda: "Space pause" in seat.window.last_line()
    for _ in range(MOST_PRESSES):
        seat.wait(lambda: runs() or seat.is_calm(), "a frame, or an end of the work")
        if not runs():
            return seat.settle()
        # It may have paused since the frame that is looked at, and then it runs again now: the next frames tell.
        since = len(seat.received)
        seat.press(" ", is_calm=False)
        seat.wait(lambda: not runs() or seat.received[since:].count(FRAME) > 2, "a pause, or more frames")
    raise Stuck(f"it still runs after {MOST_PRESSES} presses of the key that pauses")


def left(program, cause, status):
    """Somebody leaves while frame comes after frame."""
    with program.seat("play") as seat:
        seat.begin()
        since = len(seat.received)
        seat.type(" ")
        seat.wait(lambda: seat.received[since:].count(FRAME) > 3, "a frame of the training")
        yield from end(seat, cause, status)


def walked(program, number, size):
    """Somebody who presses anything."""
    bunches = walk(random.Random(number), [STEPS, MOVES, WORDS, NOISE])
    try:
        with program.seat("play", size=size, environment=LOOKS[min(number % 10, 2)]) as seat:
            seat.begin()
            for bunch in bunches:
                seat.meet(bunch, is_calm=False)
            # What runs is to be seen.
            seat.meet(SIZES[0] if seat.window.columns < 20 else size)
            paused(seat)
            faults = seat.history() + seat.leave("\x04")
    except Exception as problem:
        problem.args = (f"{problem} {bunches}",)
        raise
    if faults:
        yield "; ".join(faults) + f" {bunches}"
