"""Holds a program against what is promised of it at a terminal: checks.py LONGHAND [CHECK…], or checks.py --self-test

The self-test holds the checks against programs that have faults. Ends with 1 where something does not hold, and names it.
"""
import importlib
import sys
import tempfile
import time

import self_test
from case import faults
from program import Program


def main(path, *names):
    failed = []
    with tempfile.TemporaryDirectory(prefix="terminal-") as folder:
        checks = [self_test] if path == "--self-test" else map(importlib.import_module, names) if names else self_test.CHECKS
        for check in checks:
            start = time.monotonic()
            print(f"\n-- {check.__doc__.splitlines()[0]}", flush=True)
            found = list(check.told(folder) if check is self_test else held(check, Program([path], folder)))
            print(*found, sep="\n", end="\n" if found else "")
            print(f"   ({check.__name__}: {len(found)} faults, {time.monotonic() - start:.0f} s)", flush=True)
            failed += [check.__name__] if found else []
    if failed:
        sys.exit(f"\nat the terminal these do not hold: {' '.join(failed)}")


def held(check, program):
    """The faults that a check finds in a program."""
    return [fault for found in faults([(program, case) for case in check.cases(program)]) for fault in found]


main(*sys.argv[1:])
