"""Measure pages against a bare hello-world view: python -m bench, or make bench.

Exit code 1 says that a page misses its budget (bench/scenarios.py). The databases are made for
the purpose and are gone afterwards; PostgreSQL runs by bin/with-postgres.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
DATABASES = {"sqlite": (), "postgresql": (CHECKOUT / "bin" / "with-postgres",)}
SIZES, ROUNDS = [1_000, 20_000], 300
QUICK_SIZES, QUICK_ROUNDS = [200, 2_000], 100


def main() -> int:
    options = parser().parse_args()
    sizes = options.accounts or (QUICK_SIZES if options.quick else SIZES)
    rounds = QUICK_ROUNDS if options.quick else ROUNDS
    chosen = [options.database] if options.database else list(DATABASES)
    # Each in turn: side by side they would slow each other.
    return max([run(database, sorted(sizes), rounds, options.clock) for database in chosen])


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--database", choices=DATABASES, help="one of the two only")
    parser.add_argument("--accounts", type=int, nargs="+", metavar="N", help="sizes to measure at")
    parser.add_argument(
        "--cpu",
        action="store_const",
        dest="clock",
        const="process_time",
        default="perf_counter",
        help="CPU time of Waypost in place of the clock on the wall, for a busy machine: without "
        "what PostgreSQL does",
    )
    parser.add_argument("--quick", action="store_true", help="small sizes, fewer rounds")
    return parser


def run(database: str, sizes: list[int], rounds: int, clock: str) -> int:
    """Measure in a process of its own, whose settings come from nothing but this."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WAYPOST_")}
    kept.pop("DATABASE_URL", None)
    arguments = [clock, *(str(number) for number in (rounds, *sizes))]
    with tempfile.TemporaryDirectory(prefix="waypost-bench-") as folder:
        return subprocess.call(  # noqa: S603  # a fixed command, no shell
            [*DATABASES[database], sys.executable, "-m", "bench.run", *arguments],
            cwd=CHECKOUT,
            env={**kept, "WAYPOST_DATA_DIR": folder},
        )


if __name__ == "__main__":
    sys.exit(main())
