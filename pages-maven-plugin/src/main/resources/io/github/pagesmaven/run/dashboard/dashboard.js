"use strict";

const MOST = 500;
const byId = (id) => document.getElementById(id);
const clock = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const time = (millis) => clock.format(new Date(millis));

/** Makes an element; texts are never read as markup. */
function make(name, content, className) {
  const element = document.createElement(name);
  if (className) element.className = className;
  for (const part of [content].flat()) {
    if (part !== undefined && part !== "") element.append(part);
  }
  return element;
}

const row = (cells) => make("tr", cells);

function quoted(text) {
  return "'" + text.replaceAll("'", "'\\''") + "'";
}

function curl(request) {
  const url = location.origin + request.path + (request.query ? "?" + request.query : "");
  const method = request.method === "GET" ? "" : request.method === "HEAD" ? "-I " : "-X " + request.method + " ";
  return "curl " + method + quoted(url);
}

function copyButton(request) {
  const button = make("button", "curl");
  button.type = "button";
  button.setAttribute("aria-label", `Copy ${request.method} ${request.path} as curl`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(curl(request));
    byId("copied").textContent = "Copied: " + curl(request);
  });
  return button;
}

function requestRow(request) {
  const by = make("td", request.answered, "by");
  for (const note of request.notes) by.append(make("div", note, "note"));
  const path = request.path + (request.query ? "?" + request.query : "");
  const element = row([
    make("td", time(request.time)),
    make("td", String(request.status), "s" + String(request.status)[0]),
    make("td", request.method),
    make("td", path, "path"),
    by,
    make("td", request.millis < 10 ? request.millis.toFixed(1) : String(Math.round(request.millis)), "number"),
    make("td", request.heldMillis ? String(request.heldMillis) : "", "number"),
    make("td", copyButton(request)),
  ]);
  element.dataset.text = [request.status, request.method, path, request.answered].join(" ").toLowerCase();
  return element;
}

function matchesFilter(element) {
  element.hidden = !element.dataset.text.includes(byId("filter").value.toLowerCase());
}

function addRequest(request) {
  const element = requestRow(request);
  matchesFilter(element);
  addFirst("request-rows", "no-requests", element);
}

function addReload(reload) {
  const waited = reload.waited ? ` (${reload.waited})` : "";
  addFirst("reload-rows", "no-reloads", row([
    make("td", time(reload.time)),
    make("td", reload.files.join(", ")),
    make("td", reload.outcome + waited),
    make("td", String(reload.millis), "number"),
  ]));
}

function addFirst(list, empty, element) {
  const rows = byId(list);
  rows.prepend(element);
  if (rows.children.length > MOST) rows.lastElementChild.remove();
  byId(empty).hidden = true;
}

function addLine(line) {
  const rows = byId("log-rows");
  const box = rows.parentElement;
  const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 5;
  rows.append(make("li", time(line.time) + "  " + line.text, line.kind));
  if (rows.children.length > MOST) rows.firstElementChild.remove();
  byId("no-log").hidden = true;
  if (atEnd) box.scrollTop = box.scrollHeight;
}

function showRoutes(routes) {
  byId("route-rows").replaceChildren(...routes.map((route) => {
    const inner = (route.routes || []).map((r) => `${r.method} ${r.pattern}`);
    const answers = inner.length ? inner : route.methods.length ? [route.methods.join(" ")] : ["any"];
    return row([
      make("td", make("code", route.pattern)),
      make("td", route.mode + (route.framework ? " " + route.framework : "")),
      make("td", make("code", route.file)),
      make("td", answers.map((answer) => make("div", answer))),
    ]);
  }));
}

function showFacts(state) {
  const limits = state.limits;
  const enforced = limits.mode === "ENFORCE" ? "refused beyond it" : "told, not enforced";
  const facts = [
    ["Files of variables", state.files.join(", ") || "none"],
    ["Variables", state.variables.map((name) => name + "=****").join(", ") || "none"],
    ["Request body", `${limits.body / 1048576} MB, ${enforced}`],
    ["Duration", `${limits.seconds} s, ${enforced}`],
    ["Deployed bundle", `${limits.bundle / 1048576} MB`],
  ];
  byId("facts").replaceChildren(...facts.flatMap(([name, value]) => [make("dt", name), make("dd", value)]));
}

function showState(state) {
  document.title = (state.title || "Pages") + " - dashboard";
  byId("title").textContent = state.title || "Pages";
  byId("url").textContent = state.url || location.origin + "/";
  byId("url").href = location.origin + "/";
  byId("frontend").textContent = state.frontend || "";
  byId("state").textContent = state.generation ? "worker " + state.generation + " answers" : "no worker";
  showRoutes(JSON.parse(state.routes));
  showFacts(state);
}

async function readState() {
  const response = await fetch("/__pages/state");
  return response.json();
}

async function showAll() {
  const state = await readState();
  showState(state);
  for (const list of ["request-rows", "reload-rows", "log-rows"]) byId(list).replaceChildren();
  state.requests.forEach(addRequest);
  state.reloads.forEach(addReload);
  state.log.forEach(addLine);
}

function showAnswer(found) {
  const parts = [make("p", [make("strong", found.file || String(found.status)), found.pattern ? "  " + found.pattern : ""])];
  parts.push(make("p", found.reason));
  for (const [name, value] of Object.entries(found.params || {})) {
    parts.push(make("p", make("code", `${name} = ${value}`)));
  }
  if (found.file && found.mode !== "handler") {
    parts.push(make("p", make("code", `prefix "${found.prefix}"  rest "${found.rest}"`)));
  }
  if ((found.candidates || []).length) {
    parts.push(make("ul", found.candidates.map((other) => make("li", `${other.pattern}  ${other.file}: ${other.reason}`))));
  }
  byId("answer").replaceChildren(...parts);
}

byId("explain").addEventListener("submit", async (event) => {
  event.preventDefault();
  const asked = new URLSearchParams({ path: byId("path").value, method: byId("method").value });
  const response = await fetch("/__pages/explain?" + asked);
  showAnswer(await response.json());
});

byId("filter").addEventListener("input", () => {
  for (const element of byId("request-rows").children) matchesFilter(element);
});

byId("clear").addEventListener("click", () => {
  byId("request-rows").replaceChildren();
  byId("no-requests").hidden = false;
});

byId("reload").addEventListener("click", () => fetch("/__pages/reload", { method: "POST" }));

const events = new EventSource("/__pages/events");
const on = (name, use) => events.addEventListener(name, (event) => use(JSON.parse(event.data)));
on("request", addRequest);
on("reloaded", addReload);
on("log", addLine);
on("started", async () => showState(await readState()));
on("pages", async () => showState(await readState()));
events.addEventListener("open", () => {
  byId("live").className = "dot on";
  showAll();
});
events.addEventListener("error", () => {
  byId("live").className = "dot off";
  byId("state").textContent = "the server has ended; waiting for it";
});
