"""`python -m alignbench` and the `alignbench` script."""


def main() -> None:
    """Run the command line."""
    from alignbench.cli import run

    run()


if __name__ == "__main__":
    main()
