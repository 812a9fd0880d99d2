from pathlib import Path

import pytest

from connect_flows import FunctionContract, InvalidFunctions, read_functions


def write(folder: Path, text: str) -> Path:
    file = folder / "functions.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_reads_what_each_function_takes_answers_and_writes(tmp_path: Path) -> None:
    file = write(tmp_path, '[ask]\ntakes = ["A"]\nanswers = ["b", "c"]\nwrites = ["d"]\n[tell]\n')

    assert read_functions(file) == {
        "ask": FunctionContract(takes=frozenset({"A"}), answers=frozenset({"b", "c"}), writes=frozenset({"d"})),
        "tell": FunctionContract(),
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ask = 1", "ask: is 1; make it a table"),
        ("[ask]\ngives = []", "ask.gives: is unknown; use only answers, takes, writes"),
        ('[ask]\ntakes = "A"', "ask.takes: is 'A'; make it a list of strings"),
        ("[ask]\ntakes = [1]", "ask.takes: is a list; make it a list of strings"),
    ],
)
def test_refuses_what_is_no_contract(tmp_path: Path, text: str, line: str) -> None:
    file = write(tmp_path, text)

    with pytest.raises(InvalidFunctions) as refused:
        read_functions(file)

    assert str(refused.value) == f"{file}: {line} [E006]"


@pytest.mark.parametrize("text", ["[ask", "[ask]\n[ask]\n"])
def test_refuses_what_is_no_toml(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidFunctions, match="cannot be read"):
        read_functions(write(tmp_path, text))
