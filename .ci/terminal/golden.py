"""A few windows, cell by cell, as they are recorded in the folder golden: the characters, and the runs of attributes.

LONGHAND_RECORD=1 writes what is seen now in the place of what is recorded, and fails.
"""
import difflib
import itertools
import os

from case import Case
from emulator import attributes
from program import COURSE, HERE, LESSONS

FOLDER = HERE / "golden"
FULL, SIXTEEN, NONE = {"COLORTERM": "truecolor"}, {}, {"NO_COLOR": "1"}
STEP, ASCII = ("step", "--lessons", COURSE), ("step", "--ascii", "--lessons", COURSE)
PRACTICE = ("practice", "--lessons", COURSE)
# The name of the file, what is called, what is pressed, the size, and what colours there are.
PLACES = [
    ("step-working", (*STEP, "neuron"), ["gthe slope\r", *"\r\r\r\r\r\r"], (80, 24), FULL),
    ("step-question", (*STEP, "neuron"), ["gquestion 1\r", "-0.1326\r", ":hint\r"], (80, 24), SIXTEEN),
    ("step-typing", (*STEP, "neuron"), [*"\r\r", ":w = 0.9\r", ":z*"], (40, 12), SIXTEEN),
    ("step-plain-type", (*STEP, "neuron"), ["gthe slope\r", *"\r\r\r"], (40, 12), NONE),
    ("step-curves", (*STEP, "plane"), [*"\r\r\r"], (80, 24), FULL),
    ("step-map", (*STEP, "plane"), ["gy\r", *"...", "\x1b[F"], (200, 60), FULL),
    ("step-map-sixteen", (*STEP, "plane"), ["gy\r", *"...", "\x1b[F"], (80, 24), SIXTEEN),
    ("step-map-ascii", (*ASCII, "plane"), ["gy\r", *"...", "\x1b[F"], (80, 24), NONE),
    ("step-backpropagation", ("step", "--lessons", LESSONS, "backpropagation"), ["gsum_h1\r", *"\r\r\r"], (80, 24), FULL),
    ("practice", (*PRACTICE, "neuron"), ["..", "-0.3000\r", ":hint\r"], (80, 24), FULL),
    ("practice-narrow", (*PRACTICE, "--round", "3", "neuron"), ["z = 1\r"], (40, 12), SIXTEEN),
    ("overview", (), ["\x1b[B"], (80, 24), {**FULL, "LONGHAND_LESSONS": COURSE}),
]


def cases(_):
    yield from (Case(name, held, (name, *place)) for name, *place in PLACES)


def held(program, name, arguments, keys, size, environment):
    """A window is held against what is recorded of it."""
    with program.seat(*arguments, size=size, environment=environment) as seat:
        faults = shown(seat, keys)
        seen = recorded(seat.window, f"longhand {' '.join(arguments)}".replace(COURSE, "course").replace(LESSONS, "Lessons"), keys)
        faults += seat.leave("\x07\x04") if keys else []
    yield from faults
    path = FOLDER / f"{name}.txt"
    expected = path.read_text() if path.exists() else ""
    if seen == expected:
        return
    if os.environ.get("LONGHAND_RECORD") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(seen)
        yield "recorded"
        return
    lines = difflib.unified_diff(expected.splitlines(), seen.splitlines(), "recorded", "seen", lineterm="")
    yield "another window than is recorded:\n" + "\n".join(lines)


def shown(seat, keys):
    """Presses keys; what is wrong with how the window was drawn. Without keys the program ends by itself."""
    if not keys:
        return seat.ended(0)
    seat.begin()
    for key in keys:
        seat.press(key)
    return seat.take_faults()


def recorded(window, call, keys):
    """A window as text: what was done, the lines between bars, the cursor, and the attributes of every row."""
    lines = [f"$ {call}", f"keys: {' '.join(ascii(key)[1:-1] for key in keys)}", f"window: {window.columns}×{window.lines}"]
    lines += [f"|{''.join(cell.data for cell in row)}|" for row in window.cells()]
    place = window.place()
    lines.append(f"cursor: row {place[0] + 1}, column {place[1] + 1}" if place else "cursor: hidden")
    return "\n".join(lines + [line for number, row in enumerate(window.cells(), 1) if (line := runs(number, row))]) + "\n"


def runs(number, row):
    """What is set off in a row, and the columns from and to which it is; nothing where all is plain."""
    found, column = [], 1
    for words, cells in itertools.groupby(row, attributes):
        end = column + len(list(cells))
        if words:
            found.append(f"{column}-{end - 1} {' '.join(words)}")
        column = end
    return f"row {number}: {', '.join(found)}" if found else None
