// Has the service worker keep the treaty on this device after a first visit, and says so on a page
// that was kept.
const workers = navigator.serviceWorker;

const begin = async () => {
  if (!navigator.connection?.saveData) await workers.register("/sw.js");
};

const end = async () => {
  for (const worker of await workers.getRegistrations()) await worker.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
};

const report = async () => {
  const place = document.querySelector("[data-kept]");
  if (!place) return;
  const kept = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) kept.push(await cache.match(request));
  }
  const sizes = kept.map((answer) => Number(answer.headers.get("Content-Length")));
  const kilobytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
  place.textContent = kept.length
    ? `${kept.length} pages and files are kept: ${kilobytes} KB.`
    : "Nothing is kept.";
};

const sayIfOffline = async () => {
  document.querySelector(".offline")?.remove();
  if (navigator.onLine) return;
  const page = await caches.match(location.pathname);
  const kept = page && new Date(page.headers.get("Date"));
  const day = kept?.toLocaleDateString("en-GB", { dateStyle: "long" });
  const line = document.createElement("p");
  line.className = "offline notice";
  line.role = "status";
  line.textContent = "You are offline." + (day ? ` This page was kept on ${day}.` : "");
  document.querySelector("main").prepend(line);
};

if (workers) {
  if (document.documentElement.dataset.offline !== "off") begin();
  document.addEventListener("change", async ({ target }) => {
    if (target.name !== "offline") return;
    await (target.checked ? begin() : end());
    report();
  });
  workers.addEventListener("controllerchange", report);
  for (const change of ["online", "offline"]) addEventListener(change, sayIfOffline);
  sayIfOffline();
  report();
}
