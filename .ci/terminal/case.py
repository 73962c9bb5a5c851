"""What is held against a promise: one case of a check, and cases that are worked side by side."""
import multiprocessing
import os
from typing import Callable, NamedTuple

from seat import Ended, Stuck

# How many faults of a case are told.
SHOWN = 3


class Case(NamedTuple):
    """Something that is done, and after which faults are looked for: `faults(program, *arguments)` gives a line for each."""
    name: str
    faults: Callable
    arguments: tuple = ()


def worked(program, case):
    """The faults of a case, each with what was done; a program that stops answering is one."""
    found = []
    try:
        found += case.faults(program, *case.arguments)
    except (Stuck, Ended) as problem:
        found.append(str(problem))
    except Exception as problem:
        # What the emulator cannot take is the program's fault until it is known to be another's.
        found.append(f"{type(problem).__name__}: {problem}")
    more = len(found) - SHOWN
    found = [*found[:SHOWN], f"and {more} more"] if more > 0 else found
    return [f"{case.name}: {fault}" for fault in found]


def faults(pairs):
    """The faults of cases, each with the program that it is for: a list for each, in order."""
    # Half of the time a case waits for the program.
    with multiprocessing.Pool(2 * len(os.sched_getaffinity(0))) as pool:
        return pool.starmap(worked, pairs, chunksize=1)
