"""Amazon Connect: its resources, its API, its contacts."""
