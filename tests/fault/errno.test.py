#!/usr/bin/env python3
"""Any call that changes or reads a file fails once: the build says so and ends with 1 or 3, or it mends it and its site is
right; readers see whole pages, and the next build repairs everything. So too, with LONG, when memory cannot be had."""
import errno
import os
import sys

from machine import LONG, Failed, clean_sites, run, sweep

POINTS, MEMORY_POINTS = int(os.environ.get("POINTS", 14)), 300
WRITING = [errno.ENOSPC, errno.EIO, "short", errno.EINTR, errno.EROFS, errno.EDQUOT, errno.EMFILE, errno.EACCES]
READING = [errno.EIO, errno.EMFILE, "short", errno.EACCES, errno.EINTR]


def errnos(machine):
    first, _, edited, before, after = clean_sites(machine)
    tried = [
        sweep(machine, first, before, "write", WRITING, POINTS, "writing in a first build", {0, 1, 3}),
        sweep(machine, edited, after, "write", WRITING, POINTS, "writing in an update", {0, 1, 3}),
        sweep(machine, first, before, "read", READING, POINTS, "reading in a first build", {0, 1, 3}),
        sweep(machine, edited, after, "read", READING, POINTS, "reading in an update", {0, 1, 3})]
    if LONG:
        tried += [
            sweep(machine, first, before, "malloc", [errno.ENOMEM], MEMORY_POINTS, "memory in a first build", {0, 1, 3}, True),
            sweep(machine, edited, after, "malloc", [errno.ENOMEM], MEMORY_POINTS, "memory in an update", {0, 1, 3}, True)]
    return "failed " + "; ".join(tried)


if __name__ == "__main__":
    sys.exit(run(errnos))
