"""Compares the table of import names with a folder of wheels.

    python3 tools/import_candidates.py FOLDER

Prints lines of the table that a wheel contradicts, and candidates for new lines: distributions whose import name is not
their own name. Every candidate is for a person to judge; nothing is written. Needs nothing but Python.
"""

import re
import sys
import zipfile
from pathlib import Path

TABLE = Path(__file__).parent.parent / "pages-maven-plugin/src/main/resources/io/github/pagesmaven/requirement/imports.yaml"
MODULE = re.compile(r"((?:[A-Za-z_]\w*/)*[A-Za-z_]\w*)(?:\.[\w-]+)*\.(?:py|so|pyd)")


def normalize(name):
    """PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_table(text):
    """The table's own two forms: ``- name`` and ``import: [name, name]``."""
    table = {}
    for line in text.splitlines():
        same = re.fullmatch(r"  - (\S+)", line)
        other = re.fullmatch(r"  ([\w.]+): \[(.+)\]", line)
        if same:
            table[same.group(1).replace("-", "_")] = [same.group(1)]
        elif other:
            table[other.group(1)] = other.group(2).split(", ")
    return table


def import_names(wheel):
    """Top-level names, and two levels for folders without ``__init__.py`` (PEP 420)."""
    files = set(zipfile.ZipFile(wheel).namelist())
    names = set()
    for file in files:
        found = MODULE.fullmatch(re.sub(r"^[^/]+\.data/(?:purelib|platlib)/", "", file))
        if not found or ".dist-info/" in file or ".data/" in file:
            continue
        parts = found.group(1).split("/")
        depth = 1
        while depth < len(parts) and "/".join(parts[:depth]) + "/__init__.py" not in files:
            depth += 1
        names.add(".".join(part for part in parts[:depth] if part != "__init__"))
    return {name for name in names if name and not name.startswith("_")}


def main(folder):
    table = read_table(TABLE.read_text(encoding="utf-8"))
    provided = {}
    for wheel in sorted(Path(folder).glob("*.whl")):
        provided[normalize(wheel.name.split("-")[0])] = import_names(wheel)
    for name, distributions in sorted(table.items()):
        for distribution in distributions:
            modules = provided.get(distribution)
            top = {name, *(name.rsplit(".", i)[0] for i in range(1, name.count(".") + 1))}
            if modules is not None and not any(m in top or m.startswith(name + ".") for m in modules):
                print(f"wrong: {name} is not in {distribution}, which has {sorted(modules)}")
    for distribution, modules in sorted(provided.items()):
        for module in sorted(modules):
            known = any(module == key or module.startswith(key + ".") for key in table)
            if not known:
                print(f"candidate: {module}: [{distribution}]")


if __name__ == "__main__":
    main(sys.argv[1])
