"""The program that is held against what is promised of it, and where its lessons are."""
import os
import pathlib
import subprocess
import tempfile

from seat import ENVIRONMENT, Seat

HERE = pathlib.Path(__file__).resolve().parent
# Lessons that change only with these checks.
COURSE = str(HERE / "course")
# The course of the project.
LESSONS = str(HERE.parent.parent / "Lessons")


class Program:
    """A program that is called like `longhand`; it writes into homes in `folder`, and nowhere else."""

    def __init__(self, command, folder):
        self.command, self.folder = command, folder

    def seat(self, *arguments, size=(80, 24), environment=None, before=(), modes=()):
        """A seat before the program, in a home where nothing was read yet: `before` is what starts it, `modes` are on before."""
        home = tempfile.mkdtemp(dir=self.folder)
        own = {"HOME": home, "XDG_STATE_HOME": f"{home}/state", **(environment or {})}
        return Seat([*before, *self.command, *arguments], size, own, home, modes)

    def step(self, lesson, *options, **how):
        """A seat before a lesson of the small course that is read."""
        return self.seat("step", "--lessons", COURSE, *options, lesson, **how)

    def lessons(self):
        """The names of all lessons of the course."""
        call = [*self.command, "list", "--names", "--lessons", LESSONS]
        return subprocess.run(call, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout.split()

    def knows(self, command):
        """Whether there is such a command."""
        return subprocess.run([*self.command, "help", command], env=ENVIRONMENT, capture_output=True).returncode == 0
