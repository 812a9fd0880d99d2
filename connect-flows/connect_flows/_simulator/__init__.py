"""Runs contact flows without AWS: an engine that does no input or output of its own, and a contact centre around it.

Source of what blocks do: Amazon Connect administrator guide, and the flow language's reference.
"""
