"""The order in which package-level variables are initialised (spec "Package initialization").

A variable comes after all variables that its initial value needs, directly or through functions; otherwise variables
come in the order of their declaration. Needs are ``DeclInfo.deps``.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable

from morestack.compiler import tree
from morestack.compiler.check_state import DeclInfo
from morestack.compiler.types import Const, Func, Object, Var

Initializer = tuple[list[Var], tree.Expr]
Deps = Callable[[Object], "dict[Object, None]"]


def init_order(
    objects: list[Object], deps: Deps, report: Callable[[list[Object]], None] | None, constants: bool = False
) -> list[Initializer]:
    """Initialisers in order. ``report`` hears of each cycle (None: cycles are not looked for), with ``constants``
    also of cycles among constants."""
    variables: list[Object] = [o for o in objects if type(o) is Var or (constants and type(o) is Const)]
    needs = {v: _needed_variables(v, deps, constants) for v in variables}
    users: dict[Object, list[Object]] = {}
    for v, found in needs.items():
        for d in found:
            users.setdefault(d, []).append(v)
    count = {v: len(found) for v, found in needs.items()}
    queue = [(type(v) is Var, n, v.order, v) for v, n in count.items()]
    heapq.heapify(queue)
    done: set[Object] = set()
    emitted: set[DeclInfo] = set()
    out: list[Initializer] = []
    while queue:
        _, n, _, v = heapq.heappop(queue)
        if v in done or n != count[v]:
            continue
        done.add(v)
        if n > 0 and report is not None:
            cycle = _find_path(v, v, deps, set())
            if cycle:
                report(cycle)
        for user in users.get(v, ()):
            count[user] -= 1
            if user not in done:
                heapq.heappush(queue, (type(user) is Var, count[user], user.order, user))
        info: DeclInfo = v.decl
        if type(v) is Var and info.init is not None and info not in emitted:
            emitted.add(info)
            out.append((info.lhs if info.lhs is not None else [v], info.init))
    return out


def _needed_variables(v: Object, deps: Deps, constants: bool) -> dict[Object, None]:
    """Variables that v needs, directly or through functions."""
    out: dict[Object, None] = {}
    seen: set[Object] = set()
    work = list(deps(v))
    while work:
        o = work.pop()
        if type(o) is Var or (constants and type(o) is Const):
            out[o] = None
        elif type(o) is Func and o not in seen:
            seen.add(o)
            work.extend(deps(o))
    return out


def _find_path(start: Object, goal: Object, deps: Deps, seen: set[Object]) -> list[Object]:
    """A path of needs from start to goal, last object first; empty if there is none."""
    if start in seen:
        return []
    seen.add(start)
    for d in sorted(deps(start), key=lambda o: o.order):
        if d is goal:
            return [d]
        path = _find_path(d, goal, deps, seen)
        if path:
            return [*path, d]
    return []
