"""A copy of what `cdk synth` made, to be changed past every check of the synth.

Templates are assets too: their names in the bucket are hashes, made anew, so that the CLI uploads what changed.
"""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Resource = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CloudAssembly:
    """One environment's assembly in a folder of its own.

    Attributes:
        folder: For `cdk --app`.
    """

    folder: Path

    @classmethod
    def copy(cls, source: Path, folder: Path) -> "CloudAssembly":
        """Copy the assembly in `source`; assets are linked, as nobody changes them."""
        folder.mkdir(parents=True)
        for path in source.iterdir():
            if path.is_dir() or path.suffix == ".zip":
                (folder / path.name).symlink_to(path)
            else:
                shutil.copy(path, folder / path.name)
        return cls(folder)

    @property
    def templates(self) -> list[Path]:
        """Nested ones first, as their hashes stand in the root's."""
        return sorted(self.folder.glob("*.template.json"), key=lambda path: ".nested." not in path.name)

    @property
    def root(self) -> dict[str, Any]:
        """The top-level stack's template."""
        return _read(self.templates[-1])

    def resources(self) -> dict[str, Resource]:
        """Of all templates, by logical id; ids are unique among them."""
        return {name: each for path in self.templates for name, each in _read(path)["Resources"].items()}

    def of_type(self, resource_type: str) -> dict[str, Resource]:
        """By logical id."""
        return {name: each for name, each in self.resources().items() if each["Type"] == resource_type}

    def logical_id(self, resource_type: str, **properties: object) -> str:
        """The id of the one resource with this type and these properties."""
        [found] = [
            name
            for name, each in self.of_type(resource_type).items()
            if all(each["Properties"].get(key) == value for key, value in properties.items())
        ]
        return found

    def change(self, logical_id: str, **properties: object) -> None:
        """Give one resource other properties; None takes one away."""
        for path in self.templates:
            template = _read(path)
            if logical_id in template["Resources"]:
                merged = {**template["Resources"][logical_id].get("Properties", {}), **properties}
                template["Resources"][logical_id]["Properties"] = {
                    key: value for key, value in merged.items() if value is not None
                }
                self._write(path, template)
                return
        raise KeyError(logical_id)

    def change_content(self, logical_id: str, old: str, new: str) -> None:
        """Put `new` for `old` in the content of a flow or module, where it must stand."""
        [separator, parts] = self.resources()[logical_id]["Properties"]["Content"]["Fn::Join"]
        assert any(old in part for part in parts if isinstance(part, str)), f"{logical_id} does not hold {old!r}"
        changed = [part.replace(old, new) if isinstance(part, str) else part for part in parts]
        self.change(logical_id, Content={"Fn::Join": [separator, changed]})

    def remove(self, logical_id: str) -> None:
        """Take out a resource that no other one names."""
        for path in self.templates:
            template = _read(path)
            if template["Resources"].pop(logical_id, None):
                self._write(path, template)
                return
        raise KeyError(logical_id)

    def replace_text(self, old: str, new: str) -> None:
        """Put `new` for `old`, in all templates and in the manifest; at least once."""
        files = [path for path in self.folder.glob("*.json") if old in path.read_text(encoding="utf-8")]
        assert files, f"{old!r} stands nowhere in {self.folder}"
        for path in files:
            text = path.read_text(encoding="utf-8").replace(old, new)
            path.write_text(text, encoding="utf-8")
        for path in self.templates:
            self._write(path, _read(path))

    def _write(self, path: Path, template: dict[str, Any]) -> None:
        path.write_text(json.dumps(template, ensure_ascii=False), encoding="utf-8")
        [before] = [
            key
            for assets in self.folder.glob("*.assets.json")
            for key, asset in _read(assets)["files"].items()
            if asset["source"]["path"] == path.name
        ]
        after = hashlib.sha256(path.read_bytes()).hexdigest()
        for other in self.folder.glob("*.json"):
            text = other.read_text(encoding="utf-8")
            if before in text:
                other.write_text(text.replace(before, after), encoding="utf-8")
        if ".nested." in path.name:
            self._write(self.templates[-1], self.root)


def _read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read
