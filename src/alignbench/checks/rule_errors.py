"""What goes wrong with the checks that users write themselves."""

from typing import TYPE_CHECKING

from alignbench.domain.errors import InputError

if TYPE_CHECKING:
    from alignbench.checks.rule_files import UserRule


class RuleError(InputError):
    """A rule that cannot be applied."""

    def __init__(self, rule: "UserRule", what: str, hint: str = "") -> None:
        super().__init__(what, hint)
        self.rule = rule
