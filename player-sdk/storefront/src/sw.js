// Keeps the shell of the app, so that it opens without a network and says so. What the API says, and media, is never kept
// but for the brand.
/* global FILES, BUILD: filled in by the build; all files of the app but the player, and a name that changes with them */
const SHELL = `shell-${BUILD}`;
const SEEN = "seen-1";
const KEPT = /^\/(assets\/|viewer\/v1\/app(\/|$)|viewer\/v1\/titles\/[^/]+\/artwork\/)/;
const APP = /^\/(titles\/|watch\/|search$|all$|profiles$|sign-in$|sign-up$|account$|history$|$)/;
const MOST = 300;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== SHELL && name !== SEEN).map((name) => caches.delete(name))),
      )
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

/** Pages that nobody opened yet, too: a page whose script is missing could not even say that there is no network. */
async function keepShell() {
  const cache = await caches.open(SHELL);
  await cache.addAll([new Request("/", { cache: "no-cache" }), ...FILES]);
}

/** What has its contents in its name. */
async function kept(request) {
  const there = await caches.match(request);
  if (there) return there;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(SEEN);
    await cache.put(request, answer.clone()).then(() => trim(cache));
  }
  return answer;
}

/** The newest, and what was kept where there is no network. */
async function fresh(request) {
  const cache = await caches.open(SEEN);
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
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
}
