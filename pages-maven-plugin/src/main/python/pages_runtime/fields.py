"""The grammar of header fields (RFC 9110, section 5), for requests and responses."""

import re

_TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_VALUE = rb"[^\x00-\x08\x0a-\x1f\x7f]*"

TOKEN = re.compile(_TOKEN)
VALUE = re.compile(_VALUE)
FIELD = re.compile(b"(" + _TOKEN + rb"):[ \t]*(" + _VALUE + b")")
"""A whole line; the value may end with white space."""
REQUEST_LINE = re.compile(b"(" + _TOKEN + rb") ([!-~]+) HTTP/([0-9])\.([0-9])")
HOST = re.compile(rb"(?:[0-9A-Za-z\-._~!$&'()*+,;=%]*|\[[0-9A-Za-z:.%]+\])(?::[0-9]*)?[ \t]*")
"""The value of a request's Host (RFC 9110, section 7.2): a name, possibly an empty one, and a port."""
NO_HOST = b"/"
"""Stands for a Host that is missing where there must be one; it does not match."""

HOP_BY_HOP = frozenset((b"connection", b"transfer-encoding", b"keep-alive", b"proxy-connection", b"upgrade"))
"""Response fields that belong to the connection, in lower case: the front sets them."""
