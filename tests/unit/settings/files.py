"""A complete configuration of the tests' own: what stands in `config/` belongs to whoever deploys it."""

from pathlib import Path

CONFIG = Path(__file__).parent / "config"
METADATA = CONFIG / "saml" / "example-idp.xml"
