"""Offers out of HSDS (Open Referral's Human Services Data Specification), 3.0 and other versions.

Sources: docs.openreferral.org, schema references of 1.0 to 3.1. Lotse's own columns are those of
models/hsds_profile.py; docs/hsds.md says what becomes of what.
"""

from models.imports.hsds.reader import read_hsds

__all__ = ("read_hsds",)
