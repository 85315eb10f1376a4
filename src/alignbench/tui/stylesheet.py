"""Textual's stylesheet, which styles nothing a second time where nothing has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from weakref import WeakKeyDictionary, WeakValueDictionary

from textual.css.model import RuleSet, SelectorType
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

Situation = tuple[object, ...]


@dataclass(frozen=True, eq=False, slots=True, weakref_slot=True)
class Concern:
    """The rules that may apply to a node or one of its parts, and what they ask for."""

    rules: Sequence[RuleSet]
    classes: frozenset[str]
    states: tuple[str, ...]
    """Pseudo-classes."""


class LastingStylesheet(Stylesheet):
    """Styles a node anew where its rules have changed, or what they ask of it and its ancestors.

    Textual styles a whole screen at each chance: when it is mounted, when it comes to the front,
    when it learns its size, and a widget with its parts, of which the texts have thirty, whenever
    the focus moves.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._styled: WeakKeyDictionary[DOMNode, Situation] = WeakKeyDictionary()
        self._concerns: WeakValueDictionary[tuple[int, ...], Concern] = WeakValueDictionary()
        self._looked_up: dict[tuple[frozenset[str], type[DOMNode]], Concern] = {}
        self._looked_up_in: Sequence[RuleSet] = ()

    def apply(
        self,
        node: DOMNode,
        *,
        animate: bool = False,
        cache: dict[tuple[object, ...], RulesMap] | None = None,
    ) -> None:
        """Style a node, unless it is styled as it is to be."""
        if type(node) is DOMNode:  # a part of a widget, made anew each time
            super().apply(node, animate=animate, cache=cache)
            return
        now = self._situation(node)
        if self._styled.get(node) == now:
            node.notify_style_update()
        else:
            super().apply(node, animate=animate, cache=cache)
            self._styled[node] = now

    def _situation(self, node: DOMNode) -> Situation:
        """All that the styles of a node, and of its parts, depend on."""
        concern = self._concern(node)
        classes, states = concern.classes, concern.states
        return (
            concern,
            *(
                (id(each), each.id, classes & each._classes, *map(each.has_pseudo_class, states))
                for each in node.css_path_nodes
            ),
        )

    def _concern(self, node: DOMNode) -> Concern:
        rules = self.rules
        if rules is not self._looked_up_in:  # styles of a widget were added, or other colours
            self._looked_up, self._looked_up_in = {}, rules
        key = frozenset(node._selector_names), type(node)
        if (known := self._looked_up.get(key)) is None:
            known = self._looked_up[key] = self._look_up(*key)
        return known

    def _look_up(self, names: frozenset[str], kind: type[DOMNode]) -> Concern:
        parts = {f".{name}" for name in kind._get_component_classes()}
        # By their ids, which are their hashes too, but without a call for each.
        of_name = (self.rules_map.get(name, ()) for name in names | parts)
        concerned = set(map(id, chain.from_iterable(of_name)))
        rules = [rule for rule in self.rules if id(rule) in concerned]
        # The same rules are the same concern, so that what was styled by them stays so. While a
        # concern is known, its rules live, and no others take their ids.
        same = tuple(map(id, rules))
        if (known := self._concerns.get(same)) is None:
            known = self._concerns[same] = concern_of(rules)
        return known


def concern_of(rules: Sequence[RuleSet]) -> Concern:
    """What rules ask for."""
    selectors = [
        selector
        for rule in rules
        for selector_set in rule.selector_set
        for selector in selector_set.selectors
    ]
    classes = {each.name for each in selectors if each.type is SelectorType.CLASS}
    return Concern(
        rules,
        frozenset(classes | {"-textual-system"}),  # the class that `*` leaves out
        tuple(sorted(set().union(*(each.pseudo_classes for each in selectors)))),
    )
