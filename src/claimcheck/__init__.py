"""claimcheck: checks the numbers in news.

An article's numeric claims are declared as objects over named figures; :func:`verify` recomputes
them from base figures and from each other, exactly, and says which cannot be true.
"""

# The names stand in __init__.pyi, once. Each module loads when a name of it is first used, so that
# ``import claimcheck`` costs next to nothing in a process that may never verify anything.
import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
