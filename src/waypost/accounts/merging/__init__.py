"""Merging two accounts of one customer: what stands against it, and what of one comes to the other.

Read only; the writing is in `accounts.operations.merging`.
"""
