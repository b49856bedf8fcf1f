"""Chirp: a social network made up for the demo, with its people, its traffic and its story.

`people` and `activity` invent the data, `store` creates the tables and fills them, `traffic`
is the application that may not stop and `figures` says how it fared, `queries` are asked before
and after, `screen` draws.
Everything that is invented is the same for the same seed.
"""
