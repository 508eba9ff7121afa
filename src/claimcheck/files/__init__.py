"""Files: a dossier's folder to objects, and objects to a folder."""

from claimcheck.files.discovery import Discovery, discover
from claimcheck.files.loading import load
from claimcheck.files.schema import schema
from claimcheck.files.writing import write

__all__ = ["Discovery", "discover", "load", "schema", "write"]
