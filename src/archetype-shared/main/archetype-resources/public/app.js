// Offers the calls of routes.json and shows what the functions answer. No build step, no library.

const find = (id) => document.getElementById(id);
const [calls, method, path, body, send, status, content] =
  ["calls", "method", "path", "body", "send", "status", "content"].map(find);

let running = null;

function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function sendsBody() {
  return !["GET", "HEAD"].includes(method.value);
}

function showBodyField() {
  find("body-field").hidden = !sendsBody();
}

function choose(call, button) {
  for (const other of calls.querySelectorAll("[aria-current]")) {
    other.removeAttribute("aria-current");
  }
  button.setAttribute("aria-current", "true");
  method.value = call.method;
  path.value = call.path;
  body.value = call.body === undefined ? "" : JSON.stringify(call.body, null, 2);
  showBodyField();
}

/** A route that breaks after its slashes when the line is short. */
function routeLabel(route) {
  const label = element("span", "", "route");
  label.append(...route.split(/(?<=.\/)/).flatMap((part) => [element("wbr"), part]));
  return label;
}

function listed(call) {
  const button = element("button");
  button.type = "button";
  button.append(
    element("span", call.method, `verb ${call.method}`),
    routeLabel(call.route ?? call.path.split("?")[0]),
    element("span", call.title, "title"),
  );
  button.addEventListener("click", () => {
    choose(call, button);
    send.focus();
  });
  const item = element("li");
  item.append(button);
  return item;
}

async function list() {
  try {
    const answer = await fetch("routes.json");
    if (!answer.ok) {
      throw new Error(`status ${answer.status}`);
    }
    const routes = await answer.json();
    find("framework").textContent = `with ${routes.framework}`;
    document.title = `Python functions with ${routes.framework}`;
    calls.append(...routes.calls.map(listed));
    choose(routes.calls[0], calls.querySelector("button"));
  } catch (error) {
    find("notice").textContent = `The list of calls, routes.json, cannot be read: ${error.message}.`;
    find("notice").hidden = false;
  }
}

function size(bytes) {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}

/** The parts of a JSON text, each with the class that colours it. */
function coloured(json) {
  const parts = [];
  const token = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;
  let end = 0;
  for (const found of json.matchAll(token)) {
    parts.push(json.slice(end, found.index));
    const [text, string, colon] = found;
    const kind = string === undefined ? "number" : colon === undefined ? "string" : "key";
    parts.push(element("span", string ?? text, kind), colon ?? "");
    end = found.index + text.length;
  }
  return [...parts, json.slice(end)];
}

function showHeaders(answer) {
  const rows = [...answer.headers].map(([name, value]) => {
    const row = element("tr");
    const label = element("th", name);
    label.scope = "row";
    row.append(label, element("td", value));
    return row;
  });
  find("headers").replaceChildren(...rows);
  find("header-count").textContent = `(${rows.length})`;
}

function showStatus(answer, ...facts) {
  const words = `${answer.status} ${answer.statusText}`.trim();
  status.replaceChildren(
    element("strong", words, answer.ok ? "good" : "bad"),
    ...facts.map((fact) => element("span", fact)),
  );
}

function showBody(text, type) {
  if (/\bjson\b/.test(type)) {
    try {
      content.replaceChildren(...coloured(JSON.stringify(JSON.parse(text), null, 2)));
      return;
    } catch {
      // Not JSON after all: the text stays as it came.
    }
  }
  content.textContent = text;
}

/** Reads a body to its end and shows each piece when it arrives. */
async function receive(answer, started) {
  const type = answer.headers.get("content-type") ?? "";
  const readable = type === "" || /^text\/|json|xml|javascript|urlencoded/.test(type);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  let pieces = 0;
  const reader = answer.body?.getReader();
  status.ariaBusy = "true";
  while (reader) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    bytes += value.length;
    pieces += 1;
    text += decoder.decode(value, { stream: true });
    content.textContent = readable ? text : "";
    showStatus(answer, `${Math.round(performance.now() - started)} ms`, size(bytes), "receiving");
  }
  status.ariaBusy = "false";
  const facts = [`${Math.round(performance.now() - started)} ms`, size(bytes)];
  showStatus(answer, ...facts, ...(pieces > 1 ? [`${pieces} pieces`] : []));
  if (!readable) {
    content.textContent = `${size(bytes)} of ${type}`;
  } else {
    showBody(text + decoder.decode(), type);
  }
}

function request(signal) {
  const options = { method: method.value, signal, redirect: "follow" };
  if (sendsBody() && body.value !== "") {
    options.body = body.value;
    options.headers = { "Content-Type": "application/json" };
  }
  const target = new URL(path.value, location.origin);
  if (target.origin !== location.origin) {
    throw new TypeError("the path leads to another site");
  }
  return fetch(target, options);
}

async function callFunction() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  status.ariaBusy = "false";
  find("response").hidden = true;
  content.dataset.empty = "The body is empty.";
  content.textContent = "";
  status.textContent = "Sending";
  send.textContent = "Stop";
  send.classList.add("stop");
  const started = performance.now();
  try {
    const answer = await request(mine.signal);
    showHeaders(answer);
    showStatus(answer, `${Math.round(performance.now() - started)} ms`);
    find("response").hidden = false;
    await receive(answer, started);
  } catch (error) {
    if (running === mine) {
      const stopped = error.name === "AbortError";
      status.replaceChildren(element("span", stopped ? "Stopped." : `No answer: ${error.message}.`, stopped ? "" : "bad"));
    }
  } finally {
    if (running === mine) {
      running = null;
      send.textContent = "Send";
      send.classList.remove("stop");
    }
  }
}

find("request").addEventListener("submit", (event) => {
  event.preventDefault();
  if (running) {
    running.abort();
  } else {
    callFunction();
  }
});
method.addEventListener("change", showBodyField);
body.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    find("request").requestSubmit();
  }
});

list();
