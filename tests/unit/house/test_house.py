"""What keeps the house standing: names that shadow nothing, versions that agree, contracts that see everything."""

import ast
import importlib.util
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
OURS = {"aicc-cli", "aicc-constructs", "aicc-local", "connect-flows"}
COMES_WITH = {"botocore": "boto3", "jsii": "aws-cdk-lib"}


def pins(file: str) -> dict[str, str]:
    text = (REPOSITORY / file).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)(?:\[[^]]*\])?==([^ \\;\n]+)", text, re.MULTILINE))


def test_the_constructs_that_is_imported_comes_from_the_index() -> None:
    # Found, not imported: that would start Node.
    found = importlib.util.find_spec("constructs")

    assert found is not None
    assert "site-packages" in str(found.origin)
    assert metadata.version("constructs") == pins("requirements.txt")["constructs"]


def test_no_package_file_shadows_another() -> None:
    assert not (REPOSITORY / "constructs" / "__init__.py").exists()
    assert not (REPOSITORY / "lambda" / "__init__.py").exists()
    assert list((REPOSITORY / "tests").rglob("__init__.py")) == []


def test_the_cdk_command_line_is_pinned_exactly() -> None:
    package = json.loads((REPOSITORY / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((REPOSITORY / "package-lock.json").read_text(encoding="utf-8"))

    assert package["devDependencies"] == {"aws-cdk": "2.1148.1"}
    assert lock["packages"]["node_modules/aws-cdk"]["version"] == "2.1148.1"


def test_no_lock_names_a_registry() -> None:
    for name in ("package-lock.json", "requirements.txt", "requirements-dev.txt", "lambda/requirements.txt"):
        assert "://" not in (REPOSITORY / name).read_text(encoding="utf-8"), name


def test_every_requirement_is_hashed() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "lambda/requirements.txt"):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]

        assert len(blocks) >= 4
        assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_functions_are_tested_with_the_libraries_that_they_run_with() -> None:
    development = pins("requirements-dev.txt")
    deployed = pins("lambda/requirements.txt")

    assert set(deployed) >= {"aws-lambda-powertools", "phonenumberslite"}
    assert {name: development.get(name) for name in deployed} == deployed


def test_import_contracts_see_every_package() -> None:
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    roots = [REPOSITORY / name for name in (".", "cli", "connect-flows", "constructs", "lambda", "local")]
    packages = {file.parent.name for root in roots for file in root.glob("*/__init__.py")}

    assert set(contracts["root_packages"]) == packages


def test_contracts_speak_of_every_function() -> None:
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    functions = {file.parent.name for file in (REPOSITORY / "lambda").glob("*/handler.py")}

    [layers] = [each["layers"] for each in contracts["contracts"] if each["type"] == "layers"]

    assert functions
    assert layers == [" | ".join(sorted(functions)), "callback_ledger", "aicc_core", "korean"]


@pytest.mark.thorough
@pytest.mark.parametrize("package", ["cli", "connect-flows", "constructs", "local"])
def test_a_package_declares_what_it_imports(package: str) -> None:
    project = tomllib.loads((REPOSITORY / package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project.get("optional-dependencies", {}).values()
    wanted = [*project["dependencies"], *(each for extra in extras for each in extra)]
    declared = {re.split(r"[^\w.-]", each)[0].lower() for each in wanted}
    distributions = metadata.packages_distributions()

    imported = {name for file in (REPOSITORY / package).glob("*/**/*.py") for name in imports(file)}
    foreign = {distributions[name][0].lower() for name in imported - sys.stdlib_module_names if name in distributions}

    assert {COMES_WITH.get(each, each) for each in foreign - OURS} <= declared


def imports(file: Path) -> Iterator[str]:
    """The packages that a file imports when it runs, by their first name."""
    waiting: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
            continue
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        if isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module).partition(".")[0]
        waiting += ast.iter_child_nodes(node)


def test_packages_carry_the_licence() -> None:
    licence = (REPOSITORY / "LICENSE").read_text(encoding="utf-8")

    for name in ("cli", "connect-flows", "constructs"):
        assert (REPOSITORY / name / "LICENSE").read_text(encoding="utf-8") == licence


def test_ci_runs_what_developers_run() -> None:
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    workflow = (REPOSITORY / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")

    assert "make test" in script
    assert "bash .ci/run" in workflow


def test_file_text_is_utf_8_and_ends_with_a_newline() -> None:
    files = [*REPOSITORY.glob("flows/**/*.json"), *REPOSITORY.glob("config/*.toml"), *REPOSITORY.glob("stacks/**/*.py")]

    assert len(files) > 20
    for file in files:
        assert file.read_text(encoding="utf-8").endswith("\n"), file


def test_no_drawing_has_a_node_that_mermaid_takes_for_a_keyword() -> None:
    texts = [path.read_text(encoding="utf-8") for path in [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/*.md")]]
    drawings = [each for text in texts for each in re.findall(r"```mermaid\n(.*?)```", text, re.DOTALL)]

    assert len(drawings) > 5
    assert [
        found for each in drawings for found in re.findall(r"(?:^|> )\s*((?:call|click|href) .*)", each, re.MULTILINE)
    ] == []
