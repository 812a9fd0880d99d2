"""The settings of an environment, read from `config/*.toml`.

settings = load_settings("prod")
settings.queues["general"].name
"""

from stacks.settings.errors import SettingsError
from stacks.settings.loading import environments, load_settings
from stacks.settings.overrides import Override
from stacks.settings.settings import Settings

__all__ = ["Override", "Settings", "SettingsError", "environments", "load_settings"]
