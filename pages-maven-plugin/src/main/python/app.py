"""Starts the runtime of this bundle: ``python3 app.py`` serves its functions on $PORT, or 9000."""

import os
import sys

BUNDLE = os.path.dirname(os.path.abspath(__file__))

if BUNDLE not in sys.path:
    sys.path.insert(0, BUNDLE)

if __name__ == "__main__":
    # Children find this file by its name, and the working directory is about to change.
    sys.modules["__main__"].__file__ = os.path.join(BUNDLE, os.path.basename(__file__))
    sys.argv[0] = __file__
    from pages_runtime.main import main

    sys.exit(main(BUNDLE))
else:
    # The children that multiprocessing spawns import this file as __mp_main__: they must find the
    # functions' modules by the same names.
    from pages_runtime import layout, manifest

    layout.install(BUNDLE, manifest.read(BUNDLE).entry_folders)
