"""From the process's arguments to its exit code: every error becomes one clear sentence."""

import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from alignbench.cli.main import cli
from alignbench.cli.output import READER_LEFT, silence_stdout
from alignbench.domain.errors import AlignbenchError, Cancelled, OutputError
from alignbench.messages import t
from alignbench.system.safe_text import printable
from alignbench.version import __version__

TOO_LARGE = t("Cut the texts into chapters, or close other programs.")
CANCELLED = t("Cancelled; nothing was written.")


def run() -> None:
    """Run the command line of this process and exit."""
    if sys.stdout is None:  # as after `alignbench … >&-`
        sys.exit(complain(OutputError(t("Standard output is closed."), t("Send it to a file."))))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A file name or a character that the terminal's encoding lacks must not end the run.
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command line; returns the exit code and has said on stderr what went wrong."""
    try:
        code = cli.main(list(arguments), prog_name="alignbench", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)
        click.echo(printable(said.getvalue(), keep="\n"), err=True, nl=False)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return complain(Cancelled(CANCELLED))
    except AlignbenchError as error:
        return complain(error)
    except BrokenPipeError:
        silence_stdout()
        return READER_LEFT
    except OSError as error:
        silence_stdout()
        return complain(AlignbenchError(f"{describe(error)}."))
    except MemoryError:
        return complain(AlignbenchError(t("There is not enough memory for this."), TOO_LARGE))
    except SystemExit:
        raise
    except BaseException as error:  # a panic in a library written in Rust is no Exception
        return complain(unexpected(error))
    return code if isinstance(code, int) else 0


def complain(error: AlignbenchError) -> int:
    """Say `error` in one line on stderr; returns its exit code."""
    if debugging() and not isinstance(error, Cancelled):
        traceback.print_exc()
    prefix = "" if isinstance(error, Cancelled) else "alignbench: "
    click.echo(printable(f"{prefix}{error}"), err=True)
    return error.exit_code


def describe(error: OSError) -> str:
    """What the operating system refused, and where."""
    reason = error.strerror or str(error)
    if error.filename:
        return f"{error.filename}: {reason}"
    return t("Could not go on: {reason}", reason=reason)


def unexpected(error: BaseException) -> AlignbenchError:
    """What a user is told of a defect of ours."""
    return AlignbenchError(
        t(
            "This should not have happened ({kind}: {error}).",
            kind=type(error).__name__,
            error=error,
        ),
        t(
            "Please report it with the output of `alignbench doctor` and what you did; "
            "ALIGNBENCH_DEBUG=1 shows the traceback (alignbench {version}).",
            version=__version__,
        ),
    )


def debugging() -> bool:
    """Whether the user asked for tracebacks."""
    return os.environ.get("ALIGNBENCH_DEBUG", "") not in ("", "0")
