"""Import modules, and find every file that their distributions name, licences among them.

    python3 -S intact.py DISTRIBUTION=MODULE ...
"""

import importlib
import importlib.metadata
import sys

for argument in sys.argv[1:]:
    distribution, module = argument.split("=")
    importlib.import_module(module)
    files = importlib.metadata.files(distribution) or []
    missing = [str(file) for file in files if not file.locate().exists()]
    assert files and not missing, (distribution, missing)
    assert any("licen" in str(file).lower() for file in files), distribution
