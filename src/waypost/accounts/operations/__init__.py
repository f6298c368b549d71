"""Writing: accounts, their teams, what is known of them, and who opened which plan."""

from waypost.accounts.operations.accounts import create_account, update_account
from waypost.accounts.operations.history import undo
from waypost.accounts.operations.openings import open_plan
from waypost.accounts.operations.profile import add_fact, add_gap, remove_entry
from waypost.accounts.operations.rows import (
    create_part,
    lock,
    lock_account,
    new_ref,
    remove_part,
    retire,
    save_row,
    set_links,
    writing,
)
from waypost.accounts.operations.team import add_member, change_member, remove_member

__all__ = [
    "add_fact",
    "add_gap",
    "add_member",
    "change_member",
    "create_account",
    "create_part",
    "lock",
    "lock_account",
    "new_ref",
    "open_plan",
    "remove_entry",
    "remove_member",
    "remove_part",
    "retire",
    "save_row",
    "set_links",
    "undo",
    "update_account",
    "writing",
]
