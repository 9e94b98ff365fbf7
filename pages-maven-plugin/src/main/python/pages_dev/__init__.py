"""Serves a bundle for ``pages:run``; never part of an artifact.

One process imports the libraries ahead of time and then forks a worker for each state of the
sources, or becomes that worker itself. What answers requests is the bundle's own ``app.py``.
"""
