"""What a project's tests need to call its functions over HTTP.

    from pages_test import call

    answer = call("GET", "/api/users/42")
    assert answer.status == 200 and answer.json()["id"] == 42

``mvn pages:test`` puts this package on the search path of the tests that it runs. The functions are
served by the runtime that serves them when deployed, from the first call to the end of the tests.
"""

from .client import Answer, call

__all__ = ["Answer", "call"]
