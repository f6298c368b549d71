"""What earlier runs found out, so that only what can have become different is run again."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.mutation import changes
from tests.mutation.digests import digest, helpers
from tests.mutation.reach import OneTest
from tests.mutation.sessions import ROOT

KEPT = ROOT / "build" / "mutation" / "noticed_by.json"
NOBODY, NAMELESS = "", "?"  # instead of the test that noticed a change: an import that failed


@dataclass
class Found:
    """Of a module: what tells it from another form of it, and its test files likewise; of each
    change in its order which test noticed it; and the seconds of work that took."""

    source: str
    files: dict[str, str]
    noticed_by: list[str] = field(default_factory=list)
    seconds: int = 0

    @classmethod
    def before_a_run(cls, module: Path, tests: list[OneTest]) -> "Found":
        return cls(
            source=digest(Path(changes.__file__), module, *helpers()),
            files={str(file.relative_to(ROOT)): digest(file) for file in {t.file for t in tests}},
        )

    @property
    def form(self) -> str:
        """What tells whether the module or its tests are others than before."""
        said = json.dumps([self.source, self.files], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def same_files(self, now: "Found") -> set[Path]:
        """The test files that are the same now."""
        files = self.files.items() & now.files.items()
        return {ROOT / name for name, _ in files} if self.source == now.source else set()


def remembered() -> dict[str, Found]:
    """What is known of each module, by its name."""
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    return {name: Found(**found) for name, found in kept.items()}


def keep(known: dict[str, Found]) -> None:
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps({name: asdict(found) for name, found in known.items()}) + "\n")
