"""The settings that make a module of a flow."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import ROOT, Fault
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._shape import SETTINGS
from connect_flows._view import View


class ModuleSettings(Rule):
    id = "E108"
    text = "A module, and no flow, has Settings with InputParameters, OutputParameters and Transitions."
    source = f"{REFUSAL}: JSON field is missing or null for field name: settings"

    def check(self, view: View) -> Iterator[Fault]:
        settings = view.flow.settings
        if settings is None:
            if view.is_module:
                empty = '{"InputParameters": [], "OutputParameters": [], "Transitions": []}'
                yield Fault(ROOT / "Settings", "is missing", f'a module needs it; write "Settings": {empty}')
            return
        if not view.is_module:
            yield Fault(ROOT / "Settings", "makes this a module", f"leave it out of {view.type} flows")
        for key in SETTINGS.required:
            if key not in settings:
                yield Fault(ROOT / "Settings" / key, "is missing", "add it, a list")
            elif not isinstance(settings[key], list):
                yield Fault(ROOT / "Settings" / key, f"is {shown(settings[key])}", "make it a list")
        for key in settings.keys() - SETTINGS.names:
            yield Fault(ROOT / "Settings" / key, "is unknown", f"use only {', '.join(SETTINGS.allowed)}")
