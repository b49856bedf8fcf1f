"""The application that may not stop: reads and writes at a steady rate, and how long they took.

It runs in a process of its own, so that the demo's work and the interpreter's lock do not
colour the figures. `process` starts and stops it, `run` is that process, `operations` says
what it does, `journal` adds up what happened, `wire` is what the two say to each other.
"""
