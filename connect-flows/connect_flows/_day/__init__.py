"""A whole day of a contact centre, drawn by chance: what would customers, agents and quotas meet?

`_reader` makes a `Day` of a file, `_simulate` runs it through the flows, `_report` is what comes out.
"""
