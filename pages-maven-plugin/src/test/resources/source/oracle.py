"""Says what CPython itself makes of Python files.

Reads paths from standard input, one a line; writes one JSON object a line: the place of the first mistake, or the
imports with kind and line. The kinds follow the rules of cases/scan/README.md, decided for this interpreter on Linux.
"""

import ast
import json
import sys
import warnings

RANK = ["required", "lazy", "optional", "main", "typing", "dead"]
CATCHING = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}
OPPOSITE = {True: False, False: True, None: None, "typing": "running", "running": "typing", "main": "imported",
            "imported": "main"}
NEED = {False: "dead", "typing": "typing", "main": "main"}
MODULES = ("sys", "os", "platform")
COMPARE = {ast.GtE: lambda o: o >= 0, ast.Gt: lambda o: o > 0, ast.LtE: lambda o: o <= 0, ast.Lt: lambda o: o < 0,
           ast.Eq: lambda o: o == 0, ast.NotEq: lambda o: o != 0}
MIRROR = {ast.GtE: ast.LtE, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.Lt: ast.Gt}


def weaker(one, other):
    return max(one, other, key=RANK.index)


def dotted(node):
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id] + parts[::-1]) if isinstance(node, ast.Name) else ""


class Collector:
    def __init__(self):
        self.imports = []
        self.origins = {"_sys": "sys"}

    def name(self, node):
        first, dot, rest = dotted(node).partition(".")
        return self.origins.get(first, first) + dot + rest

    def known(self, node):
        if isinstance(node, ast.Call):
            bare = not node.args and not node.keywords
            return "Linux" if bare and self.name(node.func) == "platform.system" else None
        return {"__name__": "__name__", "sys.platform": "linux", "os.name": "posix",
                "sys.implementation.name": "cpython"}.get(self.name(node))

    def test(self, node):
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return OPPOSITE[self.test(node.operand)]
        if isinstance(node, ast.BoolOp):
            values = [self.test(value) for value in node.values]
            if isinstance(node.op, ast.And):
                return conjunction(values)
            return OPPOSITE[conjunction([OPPOSITE[value] for value in values])]
        if isinstance(node, ast.Constant):
            if isinstance(node.value, (str, bytes)):
                return None
            return bool(node.value)
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            return self.compare(node.left, type(node.ops[0]), node.comparators[0])
        if isinstance(node, ast.Call):
            return self.prefix(node)
        name = self.name(node)
        if name == "TYPE_CHECKING" or name.endswith(".TYPE_CHECKING"):
            return "typing"
        return True if name == "__debug__" else None

    def prefix(self, node):
        func = node.func
        if not (isinstance(func, ast.Attribute) and func.attr == "startswith" and len(node.args) == 1):
            return None
        known = self.known(func.value)
        literal = getattr(node.args[0], "value", None)
        if known in (None, "__name__") or not isinstance(literal, str):
            return None
        return known.startswith(literal)

    def compare(self, left, op, right):
        known = self.known(left)
        if known is not None:
            return text(known, op, right)
        known = self.known(right)
        if known is not None and op in (ast.Eq, ast.NotEq):
            return text(known, op, left)
        return self.version(left, op, right)

    def version(self, left, op, right):
        if self.is_version(right):
            left, op, right = right, MIRROR.get(op, op), left
        if not self.is_version(left) or op not in COMPARE:
            return None
        value = list(sys.version_info[:2])
        name = self.name(left)
        index = getattr(left, "slice", None)
        index = getattr(index, "value", index) if type(index).__name__ == "Index" else index
        part = {"major": 0, "minor": 1}.get(name.rpartition(".")[2])
        if part is None and isinstance(index, ast.Constant) and index.value in (0, 1):
            part = index.value
        if part is not None:
            number = getattr(right, "value", None)
            return COMPARE[op](value[part] - number) if type(number) is int else None
        if not isinstance(right, (ast.Tuple, ast.List)):
            return None
        numbers = [getattr(item, "value", None) for item in right.elts]
        if not numbers or any(type(number) is not int for number in numbers):
            return None
        known = 5
        if isinstance(index, ast.Slice) and index.lower is None and index.step is None:
            upper = getattr(index.upper, "value", None)
            known = upper if upper in (1, 2) else 5
        for i, number in enumerate(numbers[:known]):
            if i >= 2:
                return COMPARE[op](1) if i == 2 and len(numbers) == 3 and numbers[2] == 0 else None
            if value[i] != number:
                return COMPARE[op](value[i] - number)
        return COMPARE[op](known - len(numbers))

    def is_version(self, node):
        base = node.value if isinstance(node, ast.Subscript) else node
        return self.name(base) in ("sys.version_info", "sys.version_info.major", "sys.version_info.minor")

    def walk(self, body, need):
        for node in body:
            self.visit(node, need)

    def visit(self, node, need):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname and alias.name in MODULES:
                    self.origins[alias.asname] = alias.name
                self.imports.append([alias.name, need, node.lineno])
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            if module in MODULES:
                for alias in node.names:
                    self.origins[alias.asname or alias.name] = module + "." + alias.name
            self.imports.append([module, "relative" if node.level else need, node.lineno])
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.walk(node.body, weaker(need, "lazy"))
        elif isinstance(node, (ast.If, ast.While)):
            truth = self.test(node.test)
            self.walk(node.body, weaker(need, NEED.get(truth, "required")))
            other = OPPOSITE[truth] if isinstance(node, ast.If) else None
            self.walk(node.orelse, weaker(need, NEED.get(other, "required")))
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            suppressed = any(suppresses(item.context_expr) for item in node.items)
            self.walk(node.body, weaker(need, "optional") if suppressed else need)
        elif type(node).__name__ in ("Try", "TryStar"):
            caught = any(catches(handler.type) and not isinstance(handler.body[-1], ast.Raise)
                         for handler in node.handlers)
            inner = weaker(need, "optional") if caught else need
            for body in [node.body] + [handler.body for handler in node.handlers] + [node.orelse]:
                self.walk(body, inner)
            self.walk(node.finalbody, need)
        elif type(node).__name__ == "Match":
            for case in node.cases:
                self.walk(case.body, need)
        else:
            self.walk(getattr(node, "body", []) if isinstance(node, ast.stmt) else [], need)
            self.walk(getattr(node, "orelse", []), need)


def conjunction(values):
    for value in (False, "typing", "main"):
        if any(one is value or one == value and isinstance(value, str) for one in values):
            return value
    rest = [value for value in values if value is not True]
    return True if not rest else rest[0] if len(rest) == 1 else None


def text(known, op, other):
    same = {ast.Is: ast.Eq, ast.IsNot: ast.NotEq}.get(op, op)
    literal = getattr(other, "value", None)
    if isinstance(other, ast.Constant) and isinstance(literal, str):
        if known == "__name__":
            if same in (ast.Eq, ast.NotEq) and literal == "__main__":
                return "main" if same is ast.Eq else "imported"
            return None
        return {ast.Eq: known == literal, ast.NotEq: known != literal, ast.In: known in literal}.get(same)
    if isinstance(other, (ast.Tuple, ast.List, ast.Set)) and known != "__name__":
        items = [getattr(item, "value", None) for item in other.elts]
        if all(isinstance(item, str) for item in items):
            return {ast.In: known in items, ast.NotIn: known not in items}.get(op)
    return None


def catches(node):
    if node is None:
        return True
    if isinstance(node, (ast.Tuple, ast.List)):
        return any(catches(item) for item in node.elts)
    return dotted(node).rpartition(".")[2] in CATCHING


def suppresses(node):
    if not isinstance(node, ast.Call):
        return False
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    return name == "suppress" and any(catches(argument) for argument in node.args)


def judge(path):
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
    except SyntaxError as error:
        return {"error": [error.lineno or 0, error.offset or 0]}
    except (ValueError, RecursionError, MemoryError):
        return {"error": [0, 0]}
    collector = Collector()
    collector.walk(tree.body, "required")
    return {"imports": collector.imports}


def main():
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        print(json.dumps(judge(line.rstrip("\n"))), flush=False)


if __name__ == "__main__":
    main()
