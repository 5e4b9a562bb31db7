// Keeps the shell of the app, so that it opens without a network and says so. What the API says, and media, is never kept
// but for the brand.
const SHELL = "shell-1";
const KEPT = /^\/(assets\/|viewer\/v1\/app(\/|$)|viewer\/v1\/titles\/[^/]+\/artwork\/)/;
const APP = /^\/(titles\/|watch\/|search$|all$|profiles$|sign-in$|sign-up$|account$|history$|$)/;
const MOST = 300;

self.addEventListener("install", (event) => {
  event.waitUntil(keep("/").then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && APP.test(pathname)) {
    event.respondWith(fetch(request).catch(() => caches.match("/")));
  } else if (KEPT.test(pathname)) {
    event.respondWith(pathname.startsWith("/viewer/v1/app") ? fresh(request) : kept(request));
  }
});

async function keep(address) {
  const cache = await caches.open(SHELL);
  await cache.add(new Request(address, { cache: "no-cache" }));
}

/** What has its contents in its name. */
async function kept(request) {
  const cache = await caches.open(SHELL);
  const there = await cache.match(request);
  if (there) return there;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone()).then(() => trim(cache));
  return answer;
}

/** The newest, and what was kept where there is no network. */
async function fresh(request) {
  const cache = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (failure) {
    const there = await cache.match(request);
    if (there) return there;
    throw failure;
  }
}

async function trim(cache) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(1, Math.max(1, keys.length - MOST)).map((key) => cache.delete(key)));
}
