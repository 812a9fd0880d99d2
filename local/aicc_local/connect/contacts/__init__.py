"""Contacts: calls, chats and tasks, from their start to their end.

A contact is a record with a state (`contact`); `lifecycle` changes it and tells EventBridge and CloudWatch; `walker`
leads it through flows, in the engine of `connect_flows.simulator`, with `around` as the world around it; `happenings`
tells whoever looks on; `control` is what customers and agents do to it.
"""
