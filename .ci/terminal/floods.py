"""What comes all at once, or is no key at all, is borne: nothing is lost, nothing hangs, and a sound window is left.

A key that is held down through a whole lesson, a window that changes its size faster than it is drawn, a text of 100 KB that is pasted or
typed, and bytes that no key sends.
"""
import os
import random

from case import Case
from frames import SIZES, TINY, named
from program import LESSONS
from seat import FRAME

HELD = ["backpropagation", "playground"]
LONG = 100_000
# Sequences that are no key's, broken off, or without an end; what is not UTF-8; what a mouse and a terminal report.
STRAY = {
    "mouse reports": b"\x1b[<0;10;5M\x1b[<0;10;5m\x1b[<65;1;1M\x1b[M !!\x1b[M\xff\xff\xff\x1b[32;10;5M\x1b[<35;999;999M" * 20,
    "reports of a terminal": b"\x1b[?62;1;2c\x1b[24;80R\x1b[I\x1b[O\x1b]11;rgb:0000/0000/0000\x1b\\\x1bP>|name\x1b\\\x1b[?1;2$y\x1b[?0u" * 20,
    "sequences without an end": b"\x1b[\x18\x1b[1;\x192\x1b[12345678901234567890;;;;\x1b\x1b[\x1bO\x1b[?\x1b" + b"\x1b[" + b"1;" * 5000 + b"m",
    "what is not UTF-8": bytes(range(0x80, 0x100)) * 20 + b"\xc3(\xe2\x82(\xf0\x9f\x92\xed\xa0\x80\xf8\x88\x80\x80\x80\xc0\xaf",
    "controls": bytes(code for code in range(0x20) if code not in (0x03, 0x04, 0x1A, 0x1C)) * 20 + "\x80\x85\x9b\x9d".encode() * 20,
    "marks of a paste that was not begun": b"\x1b[201~" * 50 + b"\x1b[200~\x1b[200~a\x1b[201~\x1b[201~",
}


def cases(_):
    yield from (Case(f"Enter held down in {lesson}, {named(size)}", held, (lesson, size)) for lesson in HELD for size in SIZES[:2])
    yield Case("a storm of sizes", stormed)
    yield Case("a paste of 100 KB", flooded, (b"\x1b[200~" + b"0.25 + w1\r\n" * (LONG // 11) + b"\x1b[201~",))
    yield Case("a paste of 100 KB in a line", flooded, (b":\x1b[200~" + "w·∂ 漢".encode() * (LONG // 11) + b"\x1b[201~\x01\x05",))
    yield Case("100 KB that are typed", flooded, (b":" + b"w1*" * (LONG // 3),))
    yield Case("100 KB of keys", flooded, (b"\x1b[B\x1b[A]b? " * (LONG // 10),))
    yield from (Case(name, flooded, (data,)) for name, data in STRAY.items())
    yield from (Case(f"random bytes {seed}", flooded, (noise(seed),)) for seed in range(10))


def noise(seed):
    """Bytes at random, but for those by which a terminal ends or stops a program, and those that leave it: Ctrl-D and q."""
    return random.Random(seed).randbytes(5000).translate(None, b"\x03\x04\x1a\x1cq")


def held(program, lesson, size):
    """Enter is held down, and what asks is skipped, until the lesson is at its end: it comes there, by no more frames than keys."""
    with program.seat("step", "--lessons", LESSONS, lesson, size=size, environment={"COLORTERM": "truecolor"}) as seat:
        seat.begin()
        # Longer than the lesson is, and a question is skipped each time.
        for _ in range(60):
            since = len(seat.received)
            seat.press("\r" * 40)
            if seat.received[since:].count(FRAME) > 40:
                yield "more frames than keys"
            if any("the end of the lesson" in line for line in seat.window.text()):
                break
            seat.press("\x07:skip\r")
        else:
            yield "the end of the lesson does not come"
        yield from seat.history()
        yield from seat.leave("\x07\x04")


def stormed(program):
    """The window changes its size three hundred times, with keys among it; then it is drawn for the last one."""
    chance = random.Random(1)
    with program.step("plane", environment={"COLORTERM": "truecolor"}) as seat:
        seat.begin()
        for _ in range(300):
            seat.resize(chance.choice(SIZES + TINY + [(chance.randint(1, 250), chance.randint(1, 80))]))
            if chance.random() < 0.3:
                seat.type("\r")
        for size in SIZES:
            since = len(seat.received)
            seat.resize(size)
            seat.settle_whole(since)
            yield from seat.history()
        yield from seat.leave("\x07\x04")


def flooded(program, data):
    """What is sent is read, and the program answers and leaves as ever."""
    with program.step("neuron") as seat:
        seat.begin()
        seat.press("\r\r")
        seat.press(data)
        # Where a sequence or a paste was begun, what is pressed next might belong to it.
        seat.press("\x18\x1b[201~\x07\x07")
        yield from seat.history()
        since = len(seat.received)
        seat.press("\x07\x18")
        if not any("does nothing here" in line for line in seat.window.text()):
            yield f"no answer: {seat.window.text()[-2:]}"
        yield from seat.leave("\x07\x04")
