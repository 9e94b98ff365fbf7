"""Writes the table of CPython's top-level modules that the plugin judges imports by.

    python3 tools/standard_library.py PYTHON... > .../requirement/standard-library.yaml

Give one interpreter of each version from 3.8 to 3.13; 3.14 is the newest of them plus what its release notes add.
"""

import json
import subprocess
import sys
import textwrap

# From 3.10 on the interpreter knows the modules of all platforms; before that its folder is read.
QUESTION = """
import json, os, sys, sysconfig
names = set(getattr(sys, "stdlib_module_names", ()))
if not names:
    names = set(sys.builtin_module_names)
    folder = sysconfig.get_paths()["stdlib"]
    for place in (folder, os.path.join(folder, "lib-dynload")):
        for entry in os.listdir(place):
            name = entry.split(".")[0]
            if entry.endswith((".py", ".so")) or os.path.exists(os.path.join(place, entry, "__init__.py")):
                names.add(name)
    names -= {"test", "site-packages", "lib-dynload"}
    names = {name for name in names if name.isidentifier() and not name.startswith("_sysconfigdata")}
    names = {name for name in names if "test" not in name or name in ("doctest", "unittest")} - {"xxlimited"}
print(json.dumps([sys.version_info[1], sorted(names)]))
"""
ADDED_IN_3_14 = ["_ast_unparse", "_hmac", "_py_warnings", "_remote_debugging", "_types", "_zstd", "annotationlib", "compression"]
SUBSTITUTES = {
    "asynchat": ["pyasynchat"],
    "asyncore": ["pyasyncore"],
    "audioop": ["audioop-lts"],
    "cgi": ["legacy-cgi"],
    "cgitb": ["legacy-cgi"],
    "distutils": ["setuptools"],
    "graphlib": ["graphlib-backport"],
    "telnetlib": ["standard-telnetlib"],
    "imghdr": ["standard-imghdr"],
    "tomllib": ["tomli (imported as tomli)"],
    "zoneinfo": ["backports.zoneinfo (imported as backports.zoneinfo)"],
}


def modules(interpreter):
    answer = subprocess.run([interpreter, "-I", "-c", QUESTION], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def spans(versions):
    """The first and last version of each module; a gap below the first known version is a platform's own module."""
    first, last = {}, {}
    for minor in sorted(versions):
        for name in versions[minor]:
            first.setdefault(name, minor)
            last[name] = minor
    return first, last


def listing(names):
    text = ", ".join(sorted(names))
    return textwrap.fill(f"[{text}]", 116, initial_indent="  ", subsequent_indent="   ", break_on_hyphens=False).strip()


def main(interpreters):
    versions = dict(modules(interpreter) for interpreter in interpreters)
    # What 3.10 lists and only other platforms have was there before: Linux folders do not show it.
    foreign = {"winreg", "winsound", "msvcrt", "nt", "msilib", "_msi", "_winapi", "_winreg", "_overlapped", "_scproxy"}
    for minor in (8, 9):
        versions[minor] = sorted(set(versions[minor]) | (foreign & set(versions[10])))
        hidden = {name for name in versions[10] if name.startswith("_")} - set(versions[minor])
        versions[minor] += sorted(hidden)
        versions[minor] += [name for name in ("tkinter", "readline", "ossaudiodev", "nis") if name not in versions[minor]]
    versions[14] = sorted(set(versions[13]) | set(ADDED_IN_3_14))
    first, last = spans(versions)
    print("# Written by tools/standard_library.py; do not edit. Top-level modules of CPython 3.8 to 3.14.")
    print("always:", listing(name for name in first if first[name] == 8 and last[name] == 14))
    print("since:")
    for minor in range(9, 15):
        names = [name for name in first if first[name] == minor]
        if names:
            print(f'  "3.{minor}":', listing(names))
    print("until:")
    for minor in range(8, 14):
        names = [name for name in last if last[name] == minor]
        if names:
            print(f'  "3.{minor}":', listing(names))
    print("# Distributions that provide a module to versions without it.")
    print("substitutes:")
    for name, distributions in sorted(SUBSTITUTES.items()):
        print(f"  {name}: {json.dumps(distributions)}")


if __name__ == "__main__":
    main(sys.argv[1:])
