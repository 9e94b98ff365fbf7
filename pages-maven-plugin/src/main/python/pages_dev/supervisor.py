"""The process that the Java side starts: it forks workers, or becomes the one worker."""

import gc
import os
import sys
from typing import Any, Dict, NoReturn

from . import lifeline, preload, standby
from .channel import Channel, ignore_interrupts
from .forker import Forker


def main() -> NoReturn:
    """Read the plan, import the libraries, then do what the Java side says until it is gone."""
    channel = Channel()
    ignore_interrupts()
    lifeline.own_group()
    plan = _next(channel)
    forking = plan["mode"] == "fork" and hasattr(os, "fork")
    preload.search_path(plan["packages"], plan["bundle"])
    failed, millis = preload.load(plan["preload"], runtime=plan["mode"] != "restart")
    threads = preload.threads()
    forks = forking and threads == 1 and "debug" not in plan
    facts = {"forks": forks, "threads": threads, "modules": len(sys.modules), "millis": millis, "failed": failed}
    channel.tell("warm", **facts)

    def serve(turn: standby.Turn) -> NoReturn:
        from .worker import run

        run(channel, plan, turn)

    if forks:
        gc.collect()
        gc.freeze()
        possible = standby.is_possible()
        Forker(channel, serve, lambda: standby.state(plan["bundle"], plan["functions"]) if possible else None).run()
    command = _next(channel)
    lifeline.hold(lambda: _drain(channel))
    serve(standby.Turn(command["generation"]))


def _next(channel: Channel) -> Dict[str, Any]:
    commands = channel.read()
    while commands == []:
        commands = channel.read()
    if commands is None:
        os._exit(0)
    return commands[0]


def _drain(channel: Channel) -> None:
    while channel.read() is not None:
        pass
