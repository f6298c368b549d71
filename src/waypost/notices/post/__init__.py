"""The post: what has come up for whom, the letter about it, and its delivery."""

from waypost.notices.post.delivery import post

__all__ = ["post"]
