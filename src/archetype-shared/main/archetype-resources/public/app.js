// Offers the calls of routes.json and shows what the functions answer. No build step, no library.

const find = (id) => document.getElementById(id);
const [calls, method, path, body, send, status, arrival, content] =
  ["calls", "method", "path", "body", "send", "status", "arrival", "content"].map(find);
const wide = matchMedia("(min-width: 60rem)");
const MARKS = 200;
const COLOURED = 200_000;

let running = null;

function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

// The list of calls

function sendsBody() {
  return !["GET", "HEAD"].includes(method.value);
}

function showMethod() {
  method.className = method.value;
  find("body-field").hidden = !sendsBody();
}

function choose(call, button) {
  calls.querySelector("[aria-current]")?.removeAttribute("aria-current");
  button.setAttribute("aria-current", "true");
  method.value = call.method;
  path.value = call.path;
  body.value = call.body === undefined ? "" : JSON.stringify(call.body, null, 2);
  showMethod();
}

/** A route that breaks after its slashes when the line is short, its parameters marked. */
function routeLabel(route) {
  const label = element("span", "", "route");
  for (const part of route.split(/(?<=.)(?=\/)|(?<=\/)(?=[:*])/)) {
    label.append(...(/^[:*]/.test(part) ? [element("i", part)] : [element("wbr"), part]));
  }
  return label;
}

function listed(call) {
  const button = element("button");
  button.type = "button";
  button.append(
    element("span", call.method, `verb ${call.method}`),
    routeLabel(call.route ?? call.path.split("?")[0]),
    element("span", call.title, "hint"),
  );
  button.addEventListener("click", () => {
    choose(call, button);
    document.querySelector(".desk").scrollIntoView({ block: wide.matches ? "nearest" : "start" });
    send.focus({ preventScroll: true });
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
    find("notice").textContent = `The list of calls cannot be read: ${error.message}. Any path can be sent all the same.`;
    find("notice").hidden = false;
  }
}

// What comes back

function duration(milliseconds) {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function size(bytes) {
  const units = ["B", "kB", "MB", "GB"];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

/** The parts of a JSON text, each with the class that colours it. */
function coloured(json) {
  const parts = [];
  const token = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;
  let end = 0;
  for (const found of json.matchAll(token)) {
    parts.push(json.slice(end, found.index));
    const [text, string, colon] = found;
    const kind = string ? (colon ? "key" : "string") : /[a-z]$/.test(text) ? "word" : "number";
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
  find("header-count").textContent = rows.length;
}

function showStatus(words, kind, ...facts) {
  status.replaceChildren(element("b", words, kind), ...facts.map((fact) => element("span", fact)));
}

/** Marks when each piece came, from the request at the left to now at the right. */
function showArrivals(times, now) {
  const marks = times.slice(-MARKS).map((time) => {
    const mark = element("i");
    mark.style.left = `max(6px, ${(100 * time) / now}%)`;
    return mark;
  });
  arrival.replaceChildren(...marks);
}

function pretty(text) {
  try {
    const json = JSON.stringify(JSON.parse(text), null, 2);
    content.replaceChildren(...(json.length > COLOURED ? [json] : coloured(json)));
  } catch {
    // Announced as JSON, but none: the text stays as it came.
  }
}

/** Reads a body to its end and shows each piece when it arrives. */
async function receive(answer, started) {
  const type = answer.headers.get("content-type") ?? "";
  const readable = type === "" || /^text\/|json|xml|javascript|urlencoded/.test(type);
  const words = `${answer.status} ${answer.statusText}`.trim();
  const kind = answer.ok ? "good" : "bad";
  const decoder = new TextDecoder();
  const times = [];
  let bytes = 0;
  const facts = () => [
    duration(performance.now() - started),
    size(bytes),
    ...(times.length > 1 ? [`${times.length} pieces`] : []),
  ];
  showStatus(words, kind, ...facts());
  for (const reader = answer.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    bytes += value.length;
    times.push(performance.now() - started);
    content.append(readable ? decoder.decode(value, { stream: true }) : "");
    content.scrollTop = content.scrollHeight;
    if (times.length > 1) {
      showArrivals(times, times.at(-1));
    }
    showStatus(words, kind, ...facts(), "receiving");
  }
  if (times.length > 1) {
    showArrivals(times, performance.now() - started);
  }
  showStatus(words, kind, ...facts());
  content.append(readable ? decoder.decode() : `${size(bytes)} of ${type}`);
  content.scrollTop = 0;
  if (/\bjson\b/.test(type)) {
    pretty(content.textContent);
  }
}

// The call

function request(signal) {
  const options = { method: method.value, signal };
  if (sendsBody() && body.value !== "") {
    options.body = body.value;
    options.headers = { "Content-Type": "application/json" };
  }
  return fetch(path.value, options);
}

function showRunning(call) {
  running = call;
  send.textContent = call ? "Stop" : "Send";
  send.classList.toggle("stop", call !== null);
  status.ariaBusy = String(call !== null);
  arrival.classList.remove("waiting");
}

async function callFunction() {
  const mine = new AbortController();
  showRunning(mine);
  find("empty").hidden = true;
  find("answer").hidden = true;
  content.replaceChildren();
  arrival.replaceChildren();
  arrival.classList.add("waiting");
  status.textContent = "waiting for the answer";
  const started = performance.now();
  try {
    const answer = await request(mine.signal);
    arrival.classList.remove("waiting");
    showHeaders(answer);
    find("answer").hidden = false;
    await receive(answer, started);
  } catch (error) {
    const stopped = mine.signal.aborted;
    showStatus(stopped ? "Stopped" : "No answer", stopped ? "" : "bad", duration(performance.now() - started));
    find("empty").textContent = `The answer did not come to its end: ${error.message}. Is the server still running?`;
    find("empty").hidden = stopped;
  } finally {
    showRunning(null);
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
method.addEventListener("change", showMethod);
body.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    find("request").requestSubmit();
  }
});

list();
