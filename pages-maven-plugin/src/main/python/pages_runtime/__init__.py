"""The production runtime of a bundle: serves its functions over HTTP.

``main.serve`` puts the parts together. A front (``threads`` or ``uvicorn_front``) reads requests;
``router`` finds the function; ``loader`` imports it; ``handler``, ``wsgi`` and ``asgi`` call it.
Only ``uvicorn_front`` imports something that is not the standard library.
"""
