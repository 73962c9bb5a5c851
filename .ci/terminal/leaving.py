"""However the program ends or stops, the terminal is what it was before.

Those are the settings, the cursor, the screen and what stood on it, and every mode: the alternate screen, the marks around pastes,
the mouse, the wheel.
"""
import signal

from case import Case
from program import HERE

# What is pressed before.
STATES = {"at a step": "\r", "in a line that is typed": "gz", "at a question": "]]\r"}
# Keys or a signal, and the status that the program ends with; that of a signal is negative.
WAYS = {
    "Ctrl-D": ("\x07\x04", 0), "Ctrl-C": ("\x03", 130), "Ctrl-\\": ("\x1c", -signal.SIGQUIT),
    **{name: (getattr(signal, name), -getattr(signal, name)) for name in
       ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGABRT", "SIGSEGV", "SIGBUS")},
}

# The mode in which a terminal sends the keys Up and Down for the wheel of a mouse.
WHEEL = 1007


def cases(_):
    yield Case("q at a step", ended, ("\r", "q", 0))
    yield from (Case(f"{way} {state}", ended, (keys, *end)) for state, keys in STATES.items() for way, end in WAYS.items())
    yield Case("q where the wheel sends keys already", ended, ("\r", "q", 0, (WHEEL,)))
    yield from (Case(f"{way} amid a training", ended_at_work, WAYS[way]) for way in ("Ctrl-C", "SIGTERM", "SIGHUP"))
    yield Case("stopped, and gone on with", stopped)
    yield Case("a lesson that is unknown", refused, ("nobody-knows-it", 2))
    yield Case("a lesson with an error", refused, (str(HERE / "mistaken.md"), 1))


def ended(program, keys, cause, status, modes=()):
    """Somebody reads, and leaves in some way."""
    with program.step("neuron", modes=modes) as seat:
        seat.begin()
        for key in keys:
            seat.press(key)
        yield from end(seat, cause, status)


def end(seat, cause, status):
    """Leaves in some way, and waits for the end."""
    if isinstance(cause, str):
        seat.type(cause)
    else:
        seat.signal(cause)
    yield from seat.ended(status)


def ended_at_work(program, cause, status):
    """Somebody has waited long enough."""
    with program.step("training") as seat:
        seat.begin()
        seat.type("....")
        seat.wait(lambda: any("epoch" in line for line in seat.window.text()), "the training")
        yield from end(seat, cause, status)


def refused(program, lesson, status):
    """The program does not begin, and says why."""
    with program.step(lesson) as seat:
        yield from seat.ended(status)
        if not any("error" in line or "no lesson" in line for line in seat.window.text()):
            yield "it is not said what is wrong"


def stopped(program):
    """A shell waits for a line while the program is stopped, by Ctrl-Z and by a signal, and then goes on with it."""
    script = 'set -m; "$@"; for time in 1 2; do echo stopped $time; read line; fg; done; echo has left it'
    with program.step("neuron", before=("/bin/sh", "-c", script, "sh")) as seat:
        seat.pid = child(seat.process.pid)
        seat.begin()
        seat.press("\r\r")
        for time, stop in (1, lambda: seat.type("\x1a")), (2, lambda: seat.signal(signal.SIGTSTP)):
            seen = seat.window.cells()
            stop()
            seat.wait(lambda: f"stopped {time}" in seat.window.text(), "the shell")
            yield from (f"while it is stopped {fault}" for fault in seat.terminal())
            since = len(seat.received)
            seat.type("\n")
            seat.settle_whole(since)
            if seat.window.cells() != seen:
                yield "another window than before it was stopped"
        seat.type("\x04")
        seat.wait(lambda: "has left it" in seat.window.text(), "the shell")
        yield from seat.ended(0)


def child(pid):
    """The first process that another starts; it is waited for."""
    while True:
        with open(f"/proc/{pid}/task/{pid}/children") as line:
            if children := line.read().split():
                return int(children[0])
