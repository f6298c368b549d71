"""What the team says to each other about the parts of a plan: conversation, not plan."""

from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account, Ref
from waypost.staff.models import User


class CommentQuerySet(models.QuerySet["Comment"]):
    def live(self) -> Self:
        """Those that nobody removed, on parts that are still there."""
        return self.filter(deleted_at=None, on__retired_at=None)


class Comment(models.Model):
    """What somebody said about a part. It hangs on the id, so it outlives a plan read anew."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="comments")
    on = models.ForeignKey(Ref, models.CASCADE, related_name="comments")
    author = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    author_name = models.CharField(max_length=120, editable=False)
    text = models.TextField(_("comment"))
    at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    edited_at = models.DateTimeField(null=True, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = CommentQuerySet.as_manager()

    def __str__(self) -> str:
        return self.text


class Mention(models.Model):
    """Somebody of the team whom a comment names. It is the person's: it goes with them when a
    plan is read anew and the rows of the team are written again."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="mentions")
    user = models.ForeignKey(User, models.CASCADE, related_name="mentions")
    seen_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["comment", "user"], name="one_mention_per_comment")
        ]
        indexes: ClassVar = [models.Index(fields=["user", "seen_at"], name="mentions_to_see")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.comment_id}"
