"""Writing: accounts, their teams, what is known of them, and who opened which plan."""

from waypost.accounts.operations.accounts import create_account, update_account
from waypost.accounts.operations.openings import open_plan
from waypost.accounts.operations.profile import add_fact, add_gap, remove_entry
from waypost.accounts.operations.rows import StaleError, lock, new_ref, save_row
from waypost.accounts.operations.team import add_member, change_member, remove_member

__all__ = [
    "StaleError",
    "add_fact",
    "add_gap",
    "add_member",
    "change_member",
    "create_account",
    "lock",
    "new_ref",
    "open_plan",
    "remove_entry",
    "remove_member",
    "save_row",
    "update_account",
]
