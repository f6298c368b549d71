"""Measures on the database that the environment names. A process of its own, started by
`python -m bench`."""

import os
import platform
import sys
from time import perf_counter, process_time

import django

CLOCKS = {"perf_counter": perf_counter, "process_time": process_time}


def main(clock: str, rounds: int, sizes: list[int]) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "waypost.config.settings"
    django.setup()

    from django.core.management import call_command
    from django.db import connection

    from bench import customer, data, databases, report
    from bench.measure import measure
    from bench.scenarios import SCENARIOS

    sized = {size: databases.make(size) for size in sizes}
    for size, database in sized.items():
        began = perf_counter()
        with databases.using(database):
            call_command("migrate", verbosity=0)
            data.add_accounts(size)
            customer.add_known_account()
        databases.settle(database)
        took = perf_counter() - began
        print(f"{connection.display_name}: {size:,} accounts in {took:.0f} s", flush=True)
    hello, results = measure(sized, SCENARIOS, rounds, CLOCKS[clock])
    print(
        f"\n{connection.display_name}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )
    return report.show(hello, results, SCENARIOS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), [int(size) for size in sys.argv[3:]]))
