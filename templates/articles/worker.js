// Keeps the treaty for reading without a connection. With one, a page is always asked for anew:
// what is kept is never shown instead. Whenever the data or the design changes, so does this
// script, and browsers keep everything again under a new name.
const KEPT = "kept-{{ version }}";
const OFFLINE = "{{ offline }}";
const ADDRESSES = {{ addresses|safe }};

const PART = /^(\/(?:articles\/\d+|preamble|closing)\/)./;

const keep = async () => {
  const cache = await caches.open(KEPT);
  // One after another, so that nobody who reads has to wait.
  for (const address of ADDRESSES) await cache.add(new Request(address, { cache: "no-cache" }));
  await self.skipWaiting();
};

const takeOver = async () => {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
};

const kept = async (request) => {
  const page = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
  if (page || request.mode !== "navigate") return page ?? Response.error();
  // A paragraph stands on the page of its article.
  const [, article] = new URL(request.url).pathname.match(PART) ?? [];
  return article ? Response.redirect(article) : caches.match(OFFLINE);
};

const answer = async (event) => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return kept(event.request);
  }
};

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event));
});
