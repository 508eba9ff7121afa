"""The audit as one page for a browser: each article as a marked proof, with a card for every claim.

The page has no script and loads nothing. It is built as a tree and written once, so that the words
of articles, whatever they hold, stay words: :func:`build` is the one place that text goes in, and
:func:`written` the one that it comes out. Without its style sheet the page reads from top to bottom.

Notebooks show the same pieces: :func:`finding_fragment`, :func:`report_fragment` and
:func:`article_fragment`.
"""

from claimcheck.render.html.fragments import article_fragment, finding_fragment, report_fragment
from claimcheck.render.html.page import render

__all__ = ["article_fragment", "finding_fragment", "render", "report_fragment"]
