"""Who uses the public functions of the product: read from the sources, module by module, tests left out.

A function is used where a module names it: by its own name, by the name under which it was imported, or as an
attribute of its module. What only an unused function names is unused as well.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tests.guards.sources import Function, Source

Name = tuple[str, str]
"""A module and a name in it."""

# Decorators that hand the function to a table; whoever reads the table uses it.
REMEMBERING = {"cache", "lru_cache", "contextmanager", "once", "wraps", "dataclass", "total_ordering"}


@dataclass
class Module:
    """A module: its public functions, what it imports under which name, and what it names where."""

    name: str
    functions: dict[str, Function] = field(default_factory=dict)
    imported: dict[str, Name] = field(default_factory=dict)
    uses: list[tuple[str, str, str]] = field(default_factory=list)  # within which function, name, attribute
    texts: set[str] = field(default_factory=set)


def module_name(source: Source) -> str:
    """Return a file's dotted name: `src/mingfa/x/__init__.py` is `mingfa.x`."""
    parts = list(source.path.with_suffix("").parts)
    parts = parts[len(parts) - 1 - parts[::-1].index("mingfa") :]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def read(source: Source) -> Module:
    """Read what a module declares, imports and names."""
    made = Module(module_name(source))
    package = made.name if source.path.stem == "__init__" else made.name.rpartition(".")[0]
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                made.imported[alias.asname or alias.name.partition(".")[0]] = (alias.name, "")
        elif isinstance(node, ast.ImportFrom):
            up = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            origin = ".".join([*up, *([node.module] if node.module else [])])
            for alias in node.names:
                made.imported[alias.asname or alias.name] = (origin, alias.name)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "." in node.value:
            made.texts.add(node.value)
    for node in source.tree.body:
        if isinstance(node, Function):
            if not node.name.startswith("_") and not is_registered(node):
                made.functions[node.name] = node
            made.uses += [(node.name, *use) for use in named(node) if use != (node.name, "")]
        else:
            made.uses += [("", *use) for use in named(node)]
    return made


def is_registered(function: Function) -> bool:
    """Say whether a decorator hands the function over to a table of acts, gates, tags or providers."""
    for one in function.decorator_list:
        plain = one.func if isinstance(one, ast.Call) else one
        word = plain.attr if isinstance(plain, ast.Attribute) else getattr(plain, "id", "")
        if word not in REMEMBERING:
            return True
    return False


def named(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the names that are read, each with the attribute that is asked of it or nothing."""
    within = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            dotted = ast.unparse(node.value) if isinstance(node.value, ast.Name | ast.Attribute) else ""
            if dotted.replace(".", "").isidentifier():
                yield dotted, node.attr
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in within:
            yield node.id, ""


def unused(modules: Mapping[str, Module], entries: frozenset[str]) -> list[str]:
    """Return the public functions that nothing but themselves, or what is itself unused, names."""
    texts = set().union(*(one.texts for one in modules.values()))
    every = {(m.name, f) for m in modules.values() for f in m.functions if f"{m.name}.{f}" not in texts}
    every = {one for one in every if ".".join(one) not in entries}
    lost: set[Name] = set()
    while True:
        alive = {used for one in modules.values() for used in reached(one, modules, lost)}
        now = every - alive
        if now == lost:
            return sorted(".".join(one) for one in lost)
        lost = now


def reached(module: Module, modules: Mapping[str, Module], lost: set[Name]) -> Iterator[Name]:
    """Yield every function that a module names outside what is lost."""
    for within, name, attribute in module.uses:
        if (module.name, within) in lost:
            continue
        if name in module.functions and not attribute:
            yield module.name, name
            continue
        yield from meant(module, modules, name, attribute)


def meant(module: Module, modules: Mapping[str, Module], name: str, attribute: str) -> Iterator[Name]:
    """Yield what a name means that a module imported; a module that is handed over is used whole."""
    if name in modules:
        origin, found = name, ""
    elif name in module.imported:
        origin, found = module.imported[name]
    else:
        return
    target = f"{origin}.{found}" if found else origin
    if target in modules:
        if attribute:
            yield origin_of(modules, target, attribute)
        elif found:
            yield from ((target, one) for one in modules[target].functions)
    elif found:
        yield origin_of(modules, origin, found)


def origin_of(modules: Mapping[str, Module], module: str, name: str) -> Name:
    """Follow a name through the modules that pass it on."""
    while module in modules and name not in modules[module].functions and name in modules[module].imported:
        module, name = modules[module].imported[name]
    return module, name
