"""Walks every path of a set of flows: the engine that runs calls, in a world that answers in every possible way.

What may happen at a contact is tried one way after the other. A state that was there before is not walked again, so
that loops end. Steps in order and apart: what flows will still ask of a contact (`_uses`, `_liveness`, `_values`), one
step into every direction (`_acts`, `_replies`, `_world`, `_walker`), the search with what tells states from one another
(`_search`, `_signature`), what is wrong (`_judge`, `_rounds`, `_unreached`).
"""
