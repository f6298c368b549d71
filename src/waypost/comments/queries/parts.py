"""Finding what a comment is on, for those who read comments."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from waypost.accounts.models import Ref
from waypost.accounts.policies import Access
from waypost.comments.models import Comment
from waypost.comments.policies import can_read_comments


def part_on(access: Access, code: str) -> Ref:
    """The part with this id. Raises Http404 where there is none, and for whom there are no
    comments."""
    if not can_read_comments(access):
        raise Http404
    return get_object_or_404(access.account.refs.filter(retired_at=None), code=code)


def comment_on(access: Access, code: str, pk: int) -> Comment:
    """A comment on that part; raises Http404 as `part_on` does."""
    if not can_read_comments(access):
        raise Http404
    comments = Comment.objects.live().filter(account=access.account, on__code=code)
    return get_object_or_404(comments.select_related("on"), pk=pk)
