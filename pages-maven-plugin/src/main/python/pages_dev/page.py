"""What a request to a broken function is answered with: a page for browsers, JSON for programs."""

import html as markup
import json
from typing import Any, Dict

from . import failure

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/__pages/error.css">
</head>
<body>
<main>
<p class="file">{file}</p>
<h1>{title}</h1>
<p class="where">{where}</p>
{source}
<h2>Traceback</h2>
<ol class="stack">
{stack}
</ol>
<p class="hint">This page reloads when a file is saved.</p>
</main>
<script src="/__pages/reload.js" defer></script>
</body>
</html>
"""


def html(file: str, error: BaseException, functions: str) -> bytes:
    """Return a page with the error, the user's lines around it, and the frames, the user's marked."""
    facts = failure.describe(error, functions)
    mark = _marked(facts["where"])
    lines = "".join(
        f'<span class="{"here" if line.strip().startswith(mark) else "line"}">{markup.escape(line)}</span>\n'
        for line in facts["source"]
    )
    frames = "\n".join(
        f'<li class="{"own" if own else "library"}"><code>{markup.escape(where)}</code>'
        f"<pre>{markup.escape(line)}</pre></li>"
        for where, line, own in failure.stack(error, functions)
    )
    page = _PAGE.format(
        title=markup.escape(facts["error"]),
        file=markup.escape(file),
        where=markup.escape(facts["where"]),
        source=f'<pre class="source" tabindex="0">{lines}</pre>' if lines else "",
        stack=frames or "<li>The file could not be compiled.</li>",
    )
    return page.encode("utf-8", "backslashreplace")


def json_text(file: str, error: BaseException, functions: str) -> bytes:
    """Return the same facts as a JSON object."""
    content: Dict[str, Any] = {"status": 500, "file": file}
    content.update(failure.describe(error, functions))
    content["traceback"] = [where for where, _, _ in failure.stack(error, functions)]
    return json.dumps(content).encode("ascii")


def _marked(where: str) -> str:
    """Return how the excerpt's line with the error begins."""
    parts = where.split(":")
    numbers = [part for part in parts[1:] if part.isdigit()]
    return f"{numbers[0]} |" if numbers else "\0"
