"""`aicc` in a process of its own, whose local AWS is simulated: for tests that need a terminal."""

import pytest

from aicc_cli import call_place
from aicc_cli.main import app
from tests.unit.cli.simulated_centre import Simulated


def main() -> None:
    simulated = Simulated()
    simulated.control._agent = simulated.center.agent("minsu", "orders").leaves()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(call_place, "find_centre", simulated.found)
        app()


if __name__ == "__main__":
    main()
