"""Writing: accounts, their teams, what is known of them, and who opened which plan."""

from waypost.accounts.operations.accounts import create_account, tell_apart, update_account
from waypost.accounts.operations.history import undo
from waypost.accounts.operations.merging import merge_accounts
from waypost.accounts.operations.openings import open_plan
from waypost.accounts.operations.profile import (
    add_fact,
    add_figures,
    add_gap,
    add_swot_point,
    change_fact,
    change_figures,
    change_gap,
    change_swot_point,
    confirm_fact,
    remove_entry,
    serve_goal,
)
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
from waypost.accounts.operations.sites import add_site, change_site, lines_of, remove_site
from waypost.accounts.operations.team import add_member, change_member, remove_member

__all__ = [
    "add_fact",
    "add_figures",
    "add_gap",
    "add_member",
    "add_site",
    "add_swot_point",
    "change_fact",
    "change_figures",
    "change_gap",
    "change_member",
    "change_site",
    "change_swot_point",
    "confirm_fact",
    "create_account",
    "create_part",
    "lines_of",
    "lock",
    "lock_account",
    "merge_accounts",
    "new_ref",
    "open_plan",
    "remove_entry",
    "remove_member",
    "remove_part",
    "remove_site",
    "retire",
    "save_row",
    "serve_goal",
    "set_links",
    "tell_apart",
    "undo",
    "update_account",
    "writing",
]
