"""`python -m aicc_cli` is the command `aicc`."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command; Ctrl-C ends it in a line, even while its parts are still being imported."""
    try:
        from aicc_cli.main import app

        app()
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
