// Loads the page anew when its sources have changed. The server may be restarted in between: then after its return.
(() => {
  const events = new EventSource("/__pages/events");
  let lost = false;
  events.addEventListener("pages", () => location.reload());
  events.addEventListener("error", () => { lost = true; });
  events.addEventListener("open", () => { if (lost) location.reload(); });
})();
