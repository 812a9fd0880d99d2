"""From nothing to a deployed environment on this machine, and back: the server process, the CDK's CLI, demo data."""
