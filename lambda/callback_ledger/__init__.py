"""The ledger of callbacks: what is booked, what was dialled, and how it ended.

Read it in this order: `states` and `transitions` say what happens to a callback, `slots` when one can be, `ledger` what
whoever uses it sees, `repository` how DynamoDB keeps it, `booking` what whoever talks to customers asks of it.
"""
