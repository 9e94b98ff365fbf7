"""The grammar of header fields (RFC 9110, section 5), for requests and responses."""

import re

_TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_VALUE = rb"[^\x00-\x08\x0a-\x1f\x7f]*"

TOKEN = re.compile(_TOKEN)
VALUE = re.compile(_VALUE)
FIELD = re.compile(b"(" + _TOKEN + rb"):[ \t]*(" + _VALUE + b")")
"""A whole line; the value may end with white space."""
REQUEST_LINE = re.compile(b"(" + _TOKEN + rb") ([!-~]+) HTTP/([0-9])\.([0-9])")

HOP_BY_HOP = frozenset((b"connection", b"transfer-encoding", b"keep-alive", b"proxy-connection", b"upgrade"))
"""Response fields that belong to the connection, in lower case: the front sets them."""
