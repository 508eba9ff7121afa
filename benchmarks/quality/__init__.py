"""How well claimcheck reads: ``python -m benchmarks.quality``, or ``make quality``.

It measures and does not test: the table says what was measured, the figure, the aim and on how many,
and the exit status is 0 whatever comes out. ``--failures 10`` lists what failed, one line each.

Most of the material is not ours to publish. It lies beside the repository, in ../shared; a row whose
material is not there says so.
"""
