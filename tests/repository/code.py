"""Where the code under these rules lies."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "waypost"


def python_files() -> list[Path]:
    """All of our Python but migrations, which are generated."""
    files = [ROOT / "conftest.py"]
    for folder in ("src", "tests", "bench"):
        files += (ROOT / folder).rglob("*.py")
    return sorted(file for file in files if "migrations" not in file.parts)


def templates() -> list[Path]:
    return sorted(
        file for file in PACKAGE.glob("*/templates/**/*") if file.suffix in {".html", ".svg"}
    )


def static_files(suffix: str) -> list[Path]:
    """Our own CSS or JavaScript; a minified file is somebody else's."""
    files = PACKAGE.glob(f"*/static/**/*{suffix}")
    return sorted(file for file in files if not file.name.endswith(f".min{suffix}"))


def line_count(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def longer_than(limit: int, files: list[Path]) -> dict[str, int]:
    return {name(file): lines for file in files if (lines := line_count(file)) > limit}


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def parse(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=name(file))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def matches(pattern, files: list[Path]) -> list[str]:
    """Every place where a compiled pattern is found, as file:line with the text of it."""
    found = []
    for file in files:
        text = file.read_text(encoding="utf-8")
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append(f"{name(file)}:{line}: {match[0].strip()}")
    return found
