#!/usr/bin/env python3
"""Killed at any call that changes a file, in a first build and in an update: readers see whole pages, and the next build
repairs everything. LONG=1 tries every call, POINTS=N so many of each build, 20 without either."""
import os
import sys

from machine import clean_sites, run, sweep

POINTS = int(os.environ.get("POINTS", 20))


def kill(machine):
    first, _, edited, before, after = clean_sites(machine)
    return "killed in " + "; in ".join([
        sweep(machine, first, before, "write", ["kill"], POINTS, "a first build"),
        sweep(machine, edited, after, "write", ["kill"], POINTS, "an update")])


if __name__ == "__main__":
    sys.exit(run(kill))
