"""The `aicc` command, for those who build and operate the contact centre."""
