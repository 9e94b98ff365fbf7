"""Started by the Java side as a file, so that nothing has to be on the search path."""

import os
import sys

if __name__ == "__main__":
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    from pages_dev import guard, supervisor

    del sys.path[0]
    if sys.argv[1:]:
        guard.main(sys.argv[1:])
    supervisor.main()
