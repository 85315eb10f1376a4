"""`alignbench models`: which models can be used here, and what is to be done with one."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alignbench.cli.options import json_option
from alignbench.cli.output import show, talk
from alignbench.cli.progress import progress_bar
from alignbench.domain.errors import ModelError, OutputError
from alignbench.messages import t
from alignbench.system.safe_text import printable

if TYPE_CHECKING:
    from alignbench.embedding.available_models import UsableModel

HEADING = "    size  dimensions  texts/s          model"
_MEGABYTE = 1_000_000


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def models(context: click.Context, as_json: bool) -> None:
    """List the embedding models that can be used here, or see to one.

    The bundled model, those adapted to this project, and sentence-transformers models in the
    Hugging Face cache; any other is named by its folder, and listed once it was measured. How to
    run one is spelled out after its name:
    NAME,device=cuda,dtype=float16,backend=onnx,max_length=512,prompt=TEXT.
    """
    if context.invoked_subcommand is not None:
        return
    from alignbench.embedding.available_models import usable_models

    found = list(usable_models(context.obj))
    if as_json:
        show(json.dumps([record(model) for model in found], ensure_ascii=False, indent=2))
        return
    click.echo(HEADING)
    for model in found:
        show(line(model))


def record(model: "UsableModel") -> dict[str, Any]:
    """A model as JSON holds it."""
    speed = model.speed
    return {
        "name": model.name,
        "kind": model.kind,
        "bytes": model.size,
        "dimension": model.dimension,
        "speed": speed and {"texts_per_second": speed.texts, "device": speed.device},
        "trusted": model.trusted,
        "folder": str(model.folder),
    }


def line(model: "UsableModel") -> str:
    """A model under `HEADING`."""
    size = f"{model.size / _MEGABYTE:,.0f} MB"
    speed = f"{model.speed.texts:,.0f} {model.speed.device}" if model.speed else t("not measured")
    note = t(", may run its own code") if model.trusted else ""
    return f"{size:>8}  {model.dimension or '?':>10}  {speed:15}  {printable(model.name)}{note}"


@models.command()
@click.argument("name")
@click.pass_obj
def use(root: Path, name: str) -> None:
    """Align new documents with the model NAME from now on.

    It is the choice of this project. NAME may spell out how to run it. Documents that are in
    the project keep the model they were aligned with. "bundled" goes back to the bundled model.
    """
    from alignbench.project import Project

    with Project.open(root) as project, progress_bar() as progress:
        encoder = project.models.choose(name, progress)
    talk(t("New documents are aligned with {name}.", name=encoder.name))


@models.command()
@click.argument("name", default="bundled")
def measure(name: str) -> None:
    """Measure how fast the model NAME is here, and remember it."""
    from alignbench import embedding
    from alignbench.embedding.available_models import measured_speed
    from alignbench.embedding.model_notes import remember_speed
    from alignbench.embedding.model_settings import ModelSettings

    with progress_bar() as progress:
        encoder = embedding.load(name, progress)
        speed = measured_speed(encoder, progress)
    settings = ModelSettings.parse(name if encoder.additive else encoder.name)
    folder = Path(settings.name).expanduser()
    remember_speed(str(folder.resolve()) if folder.is_dir() else settings.name, speed)
    click.echo(t("{texts:,.0f} texts a second on {device}", texts=speed.texts, device=speed.device))


@models.command()
@click.argument("name")
def download(name: str) -> None:
    """Fetch the model NAME from the Hugging Face hub.

    NAME is ORG/NAME. No other command uses the network.
    """
    from alignbench.embedding.transformers.download import download as fetch

    with progress_bar() as progress:
        model = fetch(name, progress=progress)
    talk(t("{name} is here, {size:,.0f} MB.", name=model.name, size=model.size / _MEGABYTE))


@models.command()
@click.argument("name")
@click.option("--no-longer", is_flag=True, help=t("Take the permission back."))
def trust(name: str, no_longer: bool) -> None:
    """Let the model NAME run code that it brings along.

    That holds for you on this machine, whatever the project. Such code can do whatever you can.
    Without this, a model that needs its own code is refused.
    """
    from alignbench.embedding.model_notes import notes_file, set_trust
    from alignbench.embedding.transformers.local_models import find_model

    found = find_model(name)
    if found is None and not no_longer:
        raise ModelError(
            t("The model {name} is not on this machine.", name=name), t("Download it first.")
        )
    known_as = found.name if found else name
    if not set_trust(known_as, trusted=not no_longer):
        raise OutputError(
            t("{notes_file} cannot be written.", notes_file=notes_file()),
            t("Check its folder's permissions."),
        )
    talk(
        t(
            "{known_as} may {value}run its own code.",
            known_as=known_as,
            value="no longer " if no_longer else "",
        )
    )


@models.command("clear-cache")
@click.pass_obj
def clear_cache(root: Path) -> None:
    """Forget the vectors kept in this project's database. They are made again when needed."""
    from alignbench.project import Project

    with Project.open(root) as project:
        held = project.models.kept_vectors()
        gone = project.models.clear_vectors()
    size = sum(size for _, _, size in held)
    talk(t("Forgot {gone:,} vectors, {size:,.0f} MB.", gone=gone, size=size / _MEGABYTE))
