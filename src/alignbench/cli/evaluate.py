"""`alignbench evaluate`: how well links agree with a gold standard."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alignbench.cli.options import json_option
from alignbench.cli.output import show
from alignbench.domain.errors import InputError
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.alignment.evaluation import Score, Scores
    from alignbench.domain.links import Bead


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("hypothesis", type=click.Path(path_type=Path))
@json_option
def evaluate(gold: Path, hypothesis: Path, as_json: bool) -> None:
    """Score links against a gold standard.

    GOLD and HYPOTHESIS hold one link a line, as `align -f beads` and Vecalign write them. Strict:
    exactly this link is in the gold. Lax: it shares a segment on both sides with a link of the
    gold. Null links are scored by segment. Where HYPOTHESIS has confidences, they are scored too:
    by the expected calibration error, and by the share of the wrong links among the tenth that is
    least sure. The JSON has "strict", "lax" and "null", each with "precision", "recall" and "f1",
    "by_shape" with "gold", "found" and "proposed" besides for each shape, and "doubt" with
    "calibration_error" and "errors_in_doubtful_tenth", or null.
    """
    from alignbench.alignment import evaluation

    scores = evaluation.evaluate(beads_of(gold), beads_of(hypothesis))
    show(json.dumps(record(scores), indent=2) if as_json else table(scores))


def beads_of(path: Path) -> list["Bead"]:
    """The links of a file.

    Raises:
        InputError: it cannot be read, holds no links, or a line is not a link.
    """
    from alignbench import documents
    from alignbench.alignment import evaluation

    hint = t("It should hold one link a line, as `alignbench align -f beads` writes them.")
    try:
        beads = evaluation.read_beads(documents.read_bytes(path).decode("utf-8-sig"))
    except InputError as error:
        raise InputError(f"{path}: {error.what}", error.hint) from error
    except UnicodeDecodeError as error:
        raise InputError(
            t("{path} is not a file of links: it is not UTF-8.", path=path), hint
        ) from error
    if not beads:
        raise InputError(t("{path} is empty.", path=path), hint)
    return beads


def record(scores: "Scores") -> dict[str, Any]:
    """Scores as JSON holds them."""
    return {
        "strict": measures(scores.strict),
        "lax": measures(scores.lax),
        "null": measures(scores.null),
        "by_shape": {
            shape: dict(zip(("gold", "found", "proposed"), counts, strict=True))
            | measures(score_of(*counts))
            for shape, counts in scores.by_shape.items()
        },
        "doubt": scores.doubt
        and {
            "calibration_error": scores.doubt.error,
            "errors_in_doubtful_tenth": scores.doubt.caught,
        },
    }


def score_of(gold: int, found: int, proposed: int) -> "Score":
    """Precision and recall of the links of one shape."""
    from alignbench.alignment.evaluation import Score

    return Score(found / proposed if proposed else 0.0, found / gold if gold else 0.0)


def measures(score: "Score") -> dict[str, float]:
    """Precision, recall and F1."""
    return {"precision": score.precision, "recall": score.recall, "f1": score.f1}


def table(scores: "Scores") -> str:
    """Scores for people."""
    lines = ["            precision  recall     F1"]
    for name, score in (
        ("strict", scores.strict),
        ("lax", scores.lax),
        (t("null links"), scores.null),
    ):
        lines.append(f"{name:10}  {score.precision:9.3f}  {score.recall:6.3f}  {score.f1:5.3f}")
    lines += ["", "shape   gold  found  proposed  precision  recall     F1"]
    for shape, (gold, found, proposed) in scores.by_shape.items():
        score = score_of(gold, found, proposed)
        lines.append(
            f"{shape:6}  {gold:4}  {found:5}  {proposed:8}  "
            f"{score.precision:9.3f}  {score.recall:6.3f}  {score.f1:5.3f}"
        )
    if scores.doubt:
        lines += [
            "",
            t("expected calibration error    {error:.3f}", error=scores.doubt.error),
            t("errors in the doubtful tenth  {caught:.3f}", caught=scores.doubt.caught),
        ]
    return "\n".join(lines)
