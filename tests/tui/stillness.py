"""Waiting until a Textual app has nothing left to do, whatever else the machine does.

Textual's own pilot waits until the process has used little time for a fiftieth of a second, twice
after each key: that is long where nothing is to be done, and no proof where the machine is busy.
"""

import asyncio
from time import thread_time
from typing import Any

from textual._wait import wait_for_idle as processor_idle

SOON = 0.03
"""Seconds: what is due by then is waited for; what is due later, such as a blink, is not."""
LONGEST = 2.0
"""Seconds of its own processor time after which an app that is never still is left alone."""
TIMERS = 120
"""Timers waited for after which it is: two seconds of frames, on a busy machine many more."""
AT_WORK = 1.0
"""Seconds that a thread at work is waited for, as Textual does: `at_rest` waits for its end."""


async def still(min_sleep: float = 0.0, max_sleep: float = AT_WORK) -> None:
    """Return when the event loop has nothing to call, no timer is due soon, no thread is at work.

    A thread that uses no processor time, since it waits for something itself, is not waited for.
    """
    loop: Any = asyncio.get_running_loop()
    began, timers = thread_time(), 0
    while timers < TIMERS and thread_time() - began < LONGEST:
        for _ in range(3):  # what is ready runs, and what it has made ready
            await asyncio.sleep(0)
        if loop._ready:
            continue
        if (due := _next_due(loop)) is not None:
            timers += 1
            await asyncio.sleep(due)
        elif _threads_at_work(loop):
            await processor_idle(0, max_sleep)
            if not loop._ready:
                return
        else:
            return


def _next_due(loop: Any) -> float | None:
    """Seconds until the first timer that is due soon."""
    now = loop.time()
    due = [each.when() - now for each in loop._scheduled if not each.cancelled()]
    return max(0.0, min(due)) if due and min(due) < SOON else None


def _threads_at_work(loop: Any) -> bool:
    """Whether a worker's thread has something to do."""
    pool = loop._default_executor
    return pool is not None and len(pool._threads) > pool._idle_semaphore._value
