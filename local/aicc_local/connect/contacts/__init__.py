"""Contacts: calls, chats and tasks, from their start to their end.

A contact is a record with a state (`contact`); `lifecycle` changes it and tells EventBridge and CloudWatch; `walker`
leads it through flows; `control` is what customers and agents do to it.
"""
