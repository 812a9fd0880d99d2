"""What a file of bindings must hold."""

import json
from pathlib import Path

import pytest

from connect_flows._bindings import check_bindings, read_bindings
from connect_flows._errors import InvalidBindings

KEY = (
    "name it kind.name, the kind one of queue, hours, function, bot, flow, module, prompt, text, the name like a_name1"
)


def refusal(path: Path, text: str) -> list[str]:
    file = path / "bindings.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidBindings) as caught:
        read_bindings(file)
    return [line.removeprefix(f"{file}: ") for line in str(caught.value).split("\n")]


def test_reads_names_and_values_in_their_order(tmp_path: Path) -> None:
    bindings = {"text.company_name": "예시상사", "queue.general": "arn:aws:connect:x"}
    file = tmp_path / "bindings.json"
    file.write_text(json.dumps(bindings), encoding="utf-8")

    assert list(read_bindings(file).items()) == list(bindings.items())


@pytest.mark.parametrize("entry", [("${queue.a}", "arn:x"), ("arn:x", "queue.a"), ("arn:x", "${queue.a}")])
def test_takes_either_way_round_and_whole_placeholders(tmp_path: Path, entry: tuple[str, str]) -> None:
    file = tmp_path / "bindings.json"
    file.write_text(json.dumps(dict([entry])), encoding="utf-8")

    assert read_bindings(file) == {"queue.a": "arn:x"}


def test_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidBindings) as caught:
        read_bindings(tmp_path / "missing.json")

    (finding,) = caught.value.findings
    assert (finding.source, finding.rule) == (str(tmp_path / "missing.json"), "E004")
    assert finding.problem == "cannot be read (No such file or directory)"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", "document: line 1, column 2 is not JSON (Expecting property name enclosed in double quotes)"),
        ("[]", """document: is a list; write an object: {"queue.general": "arn:..."} [E004]"""),
        ('{"queue": "a"}', f"queue: names no placeholder; {KEY} [E004]"),
        ('{"skill.a": "a"}', f"['skill.a']: names no placeholder; {KEY} [E004]"),
        ('{"queue.A": "a"}', f"['queue.A']: names no placeholder; {KEY} [E004]"),
        ('{"queue.a": 5}', "['queue.a']: is 5; make it a string [E004]"),
        ('{"queue.a": " "}', "['queue.a']: is ' '; give it a value, or leave it out [E004]"),
        ('{"queue.a": "x", "queue.b": "x"}', "['queue.b']: is 'x', as is queue.a; keep one of them [E004]"),
        ('{"queue.a": "x", "queue.a": "y"}', "['queue.a']: is there twice; keep one of them [E004]"),
        ('{"arn:x": "queue.a", "arn:y": "queue.a"}', "['queue.a']: has 2 values; keep one of them [E004]"),
        (r'{"queue.a": "\ud800"}', r"['queue.a']: '\ud800' holds half a character; write the whole character [E004]"),
    ],
)
def test_says_what_is_wrong_with_a_file(tmp_path: Path, text: str, line: str) -> None:
    (said,) = refusal(tmp_path, text)

    assert said.startswith(line)


def test_says_everything_that_is_wrong_with_a_file(tmp_path: Path) -> None:
    assert len(refusal(tmp_path, '{"a": 1, "queue.b": "", "text.c": "x"}')) == 3


def test_bindings_that_come_from_no_file_are_judged_alike() -> None:
    with pytest.raises(InvalidBindings, match=r"^bindings: \['text\.b'\]: is 'x', as is text\.a; keep one of them"):
        check_bindings({"text.a": "x", "text.b": "x"})
