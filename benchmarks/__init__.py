"""The speed the program is held to, as ratios against a reference measured in the same run.

`python -m benchmarks` prints every row, `python -m benchmarks status edit` only some; an unknown name prints the list.
Whole processes, medians; milliseconds say something of one machine on one day, ratios of the program. Nothing here is
part of the program, and no test imports it: tests never time anything.
"""
