"""Entry point of the `waypost` command."""

import os
import sys


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waypost.config.settings")
    if sys.argv[1:2] == ["manage"]:
        from django.core.management import execute_from_command_line

        execute_from_command_line(["waypost manage", *sys.argv[2:]])
        return 0
    return 2
