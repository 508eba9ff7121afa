"""Files: a dossier's folder to objects, and objects to a folder."""

from claimcheck.files.loading import find_dossiers, load
from claimcheck.files.schema import schema
from claimcheck.files.writing import write

__all__ = ["find_dossiers", "load", "schema", "write"]
