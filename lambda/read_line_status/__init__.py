"""Tells a flow whether a line is open or an emergency announcement is to be played."""
