"""Whatever is pressed, the program lives, answers, shows what does not depend on what was shown before, and leaves the terminal well.

A thousand walks of 30 keys at random, through all lessons in turn, in windows of three sizes that change on the way; each is drawn from
its number alone. Some keys come by themselves, some before the last one is answered.
"""
import os
import random

from case import Case
from frames import SIZES, named
from program import LESSONS
from seat import STOP

COUNT = int(os.environ.get("LONGHAND_WALKS", 1000))
KEYS = 30
ENTER = "\r"
# What is pressed most, what moves, what says something, and what means nothing.
STEPS = [ENTER] * 8 + list("  ..bb[]]]o?")
MOVES = [
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1bOA", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\t", "\x7f", "\x1b[3~", "\x07", "\x01", "\x05"]
WORDS = [
    "w\r", "wz\r", "wE_total\r", "g5\r", "g20\r", "gquestion 1\r", "gend\r", "/the\r", "/=\r", ":hint\r", ":skip\r", ":give up\r", ":where\r",
    ":help loss\r", ":w = 0.5\r", ":w1 = -0.3\r", ":x1 = 2\r", ":reset\r", ":1/0\r", ":explain z\r", ":plot tanh(x) for x in -3...3\r", "0.5\r",
    "a\r", "b\r", "=", "g", "/", ":", "w", ":w\t", "漢字", "e\u0301", "∂E/∂w"]
NOISE = [
    "\x1b[<64;10;5M", "\x1b[M !!", "\x1b[I", "\x1bx", "\x00", "\x1b[200~two\nlines\x1b[201~", "\x1b]0;title\x07", "\x1b[99;99;99~", "%", "\x18"]


def cases(program):
    lessons = program.lessons()
    for number in range(COUNT):
        lesson, size = lessons[number % len(lessons)], SIZES[number % len(SIZES)]
        command = "practice" if number % 10 == 9 else "step"
        yield Case(f"walk {number}, {command} {lesson}, {named(size)}", walked, (number, command, lesson, size))


def walk(chance, tables):
    """Keys at random, in bunches that are pressed at once, sizes, and STOP: Ctrl-Z, which nobody is there to wait behind."""
    bunches, count = [], 0
    while count < KEYS:
        if chance.random() < 0.08:
            bunches.append(chance.choice(SIZES + [(chance.randint(1, 120), chance.randint(1, 40))]))
        if chance.random() < 0.02:
            bunches.append(STOP)
        size = min(chance.choice([1, 1, 1, 2, 3, 8]), KEYS - count)
        bunches.append("".join(chance.choice(chance.choices(tables, [5, 3, 4, 1])[0]) for _ in range(size)))
        count += size
    return bunches


def walked(program, number, command, lesson, size):
    """Somebody who presses anything."""
    bunches = walk(random.Random(number), [STEPS, MOVES, WORDS, NOISE])
    try:
        with program.seat(command, "--lessons", LESSONS, lesson, size=size, environment={"COLORTERM": "truecolor"}) as seat:
            seat.begin()
            for bunch in bunches:
                seat.meet(bunch)
            faults = seat.history() + seat.leave("\x07\x04")
    except Exception as problem:
        problem.args = (f"{problem} {bunches}",)
        raise
    if faults:
        yield "; ".join(faults) + f" {bunches}"
