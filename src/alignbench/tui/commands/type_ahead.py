"""Keys and pastes that come faster than they are acted on, each taken in its turn.

A key goes to whatever has the focus when it comes. Typed or pasted in one burst, keys would come
before a dialog that an earlier one opens, before the focus an earlier one moves, and enter before
the letters still on their way to the field that it keeps. So each waits until the one before it
has been acted on, and goes where it would have gone had it been typed slowly.

Not so behind a job: what it leads to is other than what was there when the key was pressed. Keys
that are pressed while it runs, and until its outcome is drawn, mean nothing.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from textual import events, on
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen

from alignbench.messages import tn
from alignbench.tui.commands.command_screen import CommandScreen

LEAVING = ("ctrl+q", "ctrl+c")
"""Keys that are acted on at once, whatever is under way."""
LOOK_EVERY = 0.01
"""Seconds between two looks at whether the next key can go, while one waits."""
PATIENCE = 2.0
"""Seconds after which a key goes even though the one before it was not seen to arrive."""
ROUNDS = 3
"""A key asks its widget to act, that tells its dialog, that moves the focus: a way up for each."""
TOLD_FOR = 4.0
"""Seconds for which it is told that keys did nothing."""
Typed = events.Key | events.Paste


class ActedOn(Message):
    """Comes up from where a key went, behind the key and all that it led to on its way."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class TypeAhead:
    """Passes keys and pastes on one after another. One belongs to the app."""

    def __init__(self, app: App[Any], pass_on: Callable[[Typed], Awaitable[None]]) -> None:
        """`pass_on` gives a key to what has the focus."""
        self._app, self._pass_on = app, pass_on
        self._waiting: deque[Typed] = deque()
        self._ready: Screen[Any] | None = None
        self._asked = 0
        self._rounds = 0
        self._at: MessagePump | None = None
        self._since = 0.0
        self._looks = False
        self._is_blind = False
        self._seen_at = 0.0
        self._lost = 0

    def forget(self, lost: int) -> None:
        """Let keys mean nothing until what is there now is drawn, nor those that wait.

        `lost` keys meant nothing before already. That there were any is told then.
        """
        self._lost += lost + sum(isinstance(each, events.Key) for each in self._waiting)
        self._waiting.clear()
        if not self._is_blind:
            self._is_blind = True
            self._see()

    def _see(self) -> None:
        """See again once the screen is there and drawn."""
        if not self._app.screen_stack:
            return
        if self._app.screen.is_mounted:
            self._app.screen.call_after_refresh(self._seen)
        else:
            self._app.set_timer(LOOK_EVERY, self._see)

    def _seen(self) -> None:
        self._is_blind, self._seen_at = False, ActedOn(0).time  # by the clock of keys
        self._tell()

    def _tell(self) -> None:
        lost, self._lost = self._lost, 0
        if lost and self._app.screen_stack:
            self._app.notify(
                tn(
                    "A key that was pressed meanwhile did nothing.",
                    "{count:,} keys that were pressed meanwhile did nothing.",
                    lost,
                ),
                timeout=TOLD_FOR,
            )

    @property
    def is_blind(self) -> bool:
        """Whether what is there now is yet to be drawn."""
        return self._is_blind

    async def take(self, event: Typed) -> None:
        """Pass a key on now, or as soon as those before it were acted on."""
        if self._is_blind or event.time < self._seen_at:
            self._lost += 1
            if not self._is_blind:
                self._tell()
        else:
            self._waiting.append(event)
            await self.go_on()

    async def acted_on(self, message: ActedOn) -> None:
        """Go on behind the key that a message came up with."""
        if message.number != self._asked or not self._rounds or not self._app.screen_stack:
            return
        self._rounds -= 1
        if self._rounds:
            self._follow(self._focus)
        else:
            self._at = None
            await self.go_on()

    async def go_on(self) -> None:
        """Pass on what can go."""
        while self._waiting and self._can_go():
            event = self._waiting.popleft()
            self._rounds = ROUNDS
            target = self._focus
            await self._pass_on(event)
            self._follow(target)
        if self._waiting and not self._looks:
            self._looks = True
            self._app.set_timer(LOOK_EVERY, self._look)

    async def _look(self) -> None:
        self._looks = False
        if self._app.screen_stack:
            await self.go_on()

    @property
    def _focus(self) -> MessagePump:
        return self._app.focused or self._app.screen

    def _follow(self, target: MessagePump) -> None:
        """Send a message behind what was sent to `target`."""
        self._asked += 1
        self._at, self._since = target, monotonic()
        if not target.post_message(ActedOn(self._asked)):
            self._at = None

    def _can_go(self) -> bool:
        """Whether the key before was acted on, and what it asked for can take keys."""
        if self._at is not None:
            gone = not self._at.is_attached or monotonic() - self._since > PATIENCE
            if not gone:
                return False
            self._at = None
        screen = self._app.screen
        if isinstance(screen, CommandScreen):
            return screen.is_mounted and not screen.is_asking
        if isinstance(screen, ModalScreen) and screen is not self._ready:
            if not screen.is_mounted:
                return False
            self._ready, self._rounds = screen, 1
            self._follow(screen)
            return self._at is None
        return True


class TypingApp(App[None]):
    """An app that takes keys and pastes in turn; whoever wants to leave never waits."""

    def __init__(self) -> None:
        super().__init__()
        self._type_ahead = TypeAhead(self, super().on_event)

    async def on_event(self, event: events.Event) -> None:
        """Take what is typed in its turn."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if typed and getattr(event, "key", "") not in LEAVING:
            assert isinstance(event, events.Key | events.Paste)
            await self._type_ahead.take(event)
        else:
            await super().on_event(event)

    @on(ActedOn)
    async def _go_on_typing(self, message: ActedOn) -> None:
        await self._type_ahead.acted_on(message)

    def forget_keys(self, lost: int = 0) -> None:
        """Let keys mean nothing until what is there now is drawn; `lost` meant nothing before."""
        self._type_ahead.forget(lost)

    @property
    def is_drawn(self) -> bool:
        """Whether the outcome of the last job is there to be seen."""
        return not self._type_ahead.is_blind

    def on_key(self, event: events.Key) -> None:
        """Before bindings are asked: letters typed on behind `/` are words, and no commands."""
        if isinstance(self.screen, CommandScreen) and self.screen.take_key(event):
            event.stop()
            event.prevent_default()
