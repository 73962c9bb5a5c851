"""The checks can fail: each finds the fault of a stand-in that is made for it, and none in the stand-in without a fault."""
import os
import pathlib
import sys

import golden
import floods
import frames
import leaving
import overview
import playing
import seat
import wandering
from case import faults
from program import HERE, Program

# What is wrong with the stand-in, the check that finds it, and how the case is called where it does.
FAULTS = [
    ("leaves pastes marked", leaving, "q at a step"),
    ("leaves the wheel", leaving, "Ctrl-D at a step"),
    ("leaves the mouse", leaving, "SIGHUP at a step"),
    ("leaves no cursor", leaving, "Ctrl-C amid a training"),
    ("leaves colour", leaving, "Ctrl-C in a line"),
    ("leaves the other screen", leaving, "Ctrl-\\ at a question"),
    ("leaves the settings", leaving, "SIGTERM at a step"),
    ("does not know SIGTERM", leaving, "SIGTERM at a step"),
    ("keeps the terminal while it is stopped", leaving, "stopped"),
    ("errs in the dark", leaving, "a lesson with an error"),
    ("ends with 1", leaving, "q at a step"),
    ("does not clear what stood there", frames, "neuron, 80×24, 24 bits"),
    ("overlooks attributes", frames, "neuron, 40×12, 24 bits"),
    ("writes beside the window", frames, "neuron, 20×2"),
    ("writes too wide", frames, "neuron, 7×3"),
    ("scrolls", frames, "neuron, 1×1"),
    ("speaks unheard of", frames, "neuron, 80×24, 24 bits"),
    ("writes twice", frames, "neuron, 80×24, 24 bits"),
    ("flickers", frames, "neuron, 80×24, 24 bits"),
    ("changes a colour", golden, "step-typing"),
    ("dies of Delete", wandering, "walk"),
    ("falls silent", wandering, "walk 0,"),
    ("does not clear what stood there", wandering, "walk 0,"),
    ("leaves the wheel", wandering, "walk 0,"),
    ("forgets the page", overview, "the page of the course, 80×24"),
    ("shows the shell between pages", overview, "the page of the course, 40×12"),
    ("leaves no cursor", overview, "SIGTERM in a lesson"),
    ("does not clear what stood there", overview, "the page of the course, 40×12"),
    ("writes twice", playing, "play, key by key, 40×12"),
    ("overlooks attributes", playing, "play, key by key, 200×60"),
    ("leaves the settings", playing, "Ctrl-D amid the frames"),
    ("stops at 64 KB", floods, "a paste of 100 KB"),
    ("knows only UTF-8", floods, "what is not UTF-8"),
    ("heeds two sizes only", floods, "a storm"),
    ("sticks", floods, "Enter held down in backpropagation, 80×24"),
]

CHECKS = [leaving, frames, golden, overview, wandering, playing, floods]
WALKS = 40


def told(folder):
    """What is wrong with the checks, a line each."""
    # A stand-in answers at once, or never.
    seat.PATIENCE = 3
    wandering.COUNT = playing.COUNT = WALKS
    golden.FOLDER = pathlib.Path(folder) / "golden"
    sound = stand_in("none", folder)
    os.environ["LONGHAND_RECORD"] = "1"
    faults((sound, case) for case in golden.cases(sound))
    del os.environ["LONGHAND_RECORD"]
    pairs = [(sound, case) for check in CHECKS for case in check.cases(sound)]
    count = len(pairs)
    ends = []
    for fault, check, name in FAULTS:
        faulty = stand_in(fault, folder)
        pairs += [(faulty, case) for case in check.cases(faulty) if case.name.startswith(name)]
        ends.append(len(pairs))
    found = faults(pairs)
    yield from (f"the stand-in has no fault, but: {fault}" for list in found[:count] for fault in list)
    for (fault, check, _), start, end in zip(FAULTS, [count] + ends, ends):
        if not any(found[start:end]):
            yield f"a program that {fault} is not found by {check.__name__}"
        elif os.environ.get("LONGHAND_VERBOSE"):
            print(f"{fault}: {next(filter(None, found[start:end]))[0]:.150}")


def stand_in(fault, folder):
    """The stand-in with a fault, in the place of the program."""
    return Program([sys.executable, "-B", str(HERE / "stand_in.py"), fault], folder)
