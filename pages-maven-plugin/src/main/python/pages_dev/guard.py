"""Runs a command of the developer, such as a front-end server, for as long as the Java side lives."""

import os
import shutil
import subprocess
import sys
from typing import List, NoReturn

from . import lifeline


def main(arguments: List[str]) -> NoReturn:
    """Run the command in a group of its own; end with its exit code, or end the group when standard input does."""
    lifeline.own_group()
    program = shutil.which(arguments[0])
    if program is None:
        print(f"{arguments[0]}: no such program", file=sys.stderr)
        sys.exit(127)
    child = subprocess.Popen([program, *arguments[1:]], stdin=subprocess.DEVNULL)
    lifeline.hold(lambda: os.read(0, 1))
    code = child.wait()
    os._exit(code if code >= 0 else 128 - code)
