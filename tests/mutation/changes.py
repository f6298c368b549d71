"""The small changes that a test has to notice, one at a time.

Comparisons, arithmetic, and/or, not, numbers, true and false, conditions, what is returned, loops,
decorators, min and max, any and all; statements are left out. Annotations are not changed, since
they do nothing when the code runs, and neither are texts.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
# Fields that hold what is only for readers and type checkers.
ANNOTATIONS = {"annotation", "returns"}


@dataclass(frozen=True)
class Change:
    """One change: where, what stood there, what stands there now, and the module made so."""

    line: int
    lines: range  # of the statement; of one with a body its head alone
    in_function: bool
    before: str
    after: str
    make: Callable[[], ast.Module]


def changes(source: str) -> Iterator[Change]:
    """Every change of a module, in the order of its text."""
    body = ast.parse(source).body
    for number, statement in enumerate(body):
        inside = {id(node) for part in _bodies(statement) for node, _ in _nodes(part)}
        for place, (node, lines) in enumerate(_nodes(statement)):
            for choice, new in enumerate(_instead(node)):
                after = ast.fix_missing_locations(ast.copy_location(new, node))
                yield Change(
                    line=_line(node),
                    lines=lines,
                    in_function=id(node) in inside,
                    before=ast.unparse(node),
                    after=ast.unparse(after),
                    make=partial(_changed, body, number, place, choice),
                )


def _changed(body: list[ast.stmt], number: int, place: int, choice: int) -> ast.Module:
    """A module with one of the choices at a place of one of its statements."""
    copied = copy.deepcopy(body[number])
    old = list(_nodes(copied))[place][0]
    new = ast.copy_location(list(_instead(old))[choice], old)
    changed = ast.fix_missing_locations(_Replace(old, new).visit(copied))
    return ast.Module([*body[:number], changed, *body[number + 1 :]], [])


def _line(node: ast.AST) -> int:
    """The line where a node begins; one without a place is told by the first part that has one."""
    return next(int(part.lineno) for part in ast.walk(node) if hasattr(part, "lineno"))


def _bodies(statement: ast.stmt) -> Iterator[ast.AST]:
    """The statements of all functions, without what runs when a function is defined."""
    for node in ast.walk(statement):
        if isinstance(node, ast.FunctionDef):
            yield from node.body


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self.new if node is self.old else super().generic_visit(node)


def _nodes(node: ast.AST, lines: range = range(0)) -> Iterator[tuple[ast.AST, range]]:
    """The nodes that can be changed and the lines of their statements, without annotations."""
    if isinstance(node, ast.stmt | ast.match_case | ast.excepthandler):
        lines = _head(node)
    yield node, lines
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and field not in ANNOTATIONS:
                yield from _nodes(child, lines)


def _head(node: ast.AST) -> range:
    """The lines of a statement, without those of its body."""
    first = min(_line(part) for part in [node, *getattr(node, "decorator_list", [])])
    parts = [*getattr(node, "body", []), *getattr(node, "cases", [])]
    return range(first, max(first, _line(parts[0]) - 1 if parts else _last(node)) + 1)


def _last(node: ast.AST) -> int:
    return max(getattr(part, "end_lineno", None) or 0 for part in ast.walk(node))


def _instead(node: ast.AST) -> Iterator[ast.AST]:
    """What can stand in place of a node."""
    yield from _operators(node)
    yield from _values(node)
    yield from _conditions(node)
    yield from _statements(node)


def _operators(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            for number, op in enumerate(node.ops):
                for other in COMPARISONS[type(op)]:
                    ops = [*node.ops[:number], other(), *node.ops[number + 1 :]]
                    yield ast.Compare(node.left, ops, node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.BinOp():
            yield ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right)
        case ast.AugAssign():
            yield ast.AugAssign(node.target, ARITHMETIC[type(node.op)](), node.value)
        case ast.UnaryOp():
            yield node.operand


def _values(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(number) | float(number)):
            yield ast.Constant(number + 1)
        case ast.Name(id=name, ctx=ast.Load()) if name in NAMES:
            yield ast.Name(NAMES[name], ast.Load())


def _conditions(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.IfExp():
            yield ast.IfExp(_not(node.test), node.body, node.orelse)
        case ast.If():
            yield ast.If(_not(node.test), node.body, node.orelse)
        case ast.While():
            yield ast.While(_not(node.test), node.body, node.orelse)
        case ast.comprehension():
            for number, test in enumerate(node.ifs):
                ifs = [*node.ifs[:number], _not(test), *node.ifs[number + 1 :]]
                yield ast.comprehension(node.target, node.iter, ifs, node.is_async)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.For():
            yield ast.For(node.target, ast.Tuple([], ast.Load()), node.body, node.orelse)
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Raise() | ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield ast.Pass()
        case ast.FunctionDef(decorator_list=[_, *_]):
            yield ast.FunctionDef(node.name, node.args, node.body, [], node.returns)


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None
