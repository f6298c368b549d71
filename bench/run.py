"""Measures on the database that the environment names: grows it from size to size. A process of
its own, started by `python -m bench`."""

import os
import platform
import sys
from time import perf_counter

import django


def main(sizes: list[int], rounds: int) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "waypost.config.settings"
    django.setup()

    from django.core.management import call_command
    from django.db import connection

    from bench import data, report
    from bench.measure import measure
    from bench.scenarios import SCENARIOS

    call_command("migrate", verbosity=0)
    results = {}
    for size in sizes:
        began = perf_counter()
        data.grow_to(size)
        took = perf_counter() - began
        print(f"{connection.display_name}: {size:,} accounts after {took:.0f} s", flush=True)
        results[size] = measure(SCENARIOS, rounds)
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    return report.show(results, SCENARIOS, f"{connection.display_name}, {machine}")


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[2:]], rounds=int(sys.argv[1])))
