// From the wish to watch to the first picture: our player, and shaka-player that was told everything beforehand. Scripts are loaded
// already in both. One line of JSON: {ours, bare} in ms and, of ours, how many requests had to wait for each other.
// Argument: {page, host, titleId, token, delayMs}
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const task = JSON.parse(process.argv[2]);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--autoplay-policy=no-user-gesture-required', '--mute-audio'];
const TEN_MEGABIT = 10_000_000 / 8;
const browser = await chromium.launch({ executablePath: await executable(chromium), headless: true, args: FLAGS });

/** In the page. */
async function measure({ host, titleId, token, isOurs }) {
  const video = document.getElementById('video');
  const shown = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  video.autoplay = true;
  const { Player } = await import(`${host}/player/streamverse-player.js`);
  // Segments behind the first are fetched meanwhile; no picture waits for them.
  const isLater = (address) => /\/[1-9]\d*\.m4s/.test(address);
  performance.clearResourceTimings();
  const began = await window[isOurs ? 'startOurs' : 'startBare']({ Player, video, host, titleId, token });
  await shown;
  const ended = performance.now();
  const requests = performance.getEntriesByType('resource').filter((it) => it.responseEnd <= ended && !it.name.includes('/events') && !isLater(it.name));
  const depths = [];
  for (const it of requests.sort((a, b) => a.startTime - b.startTime)) {
    const before = requests.filter((other, index) => index < depths.length && other.responseEnd <= it.startTime).map((_, index) => depths[index]);
    depths.push(1 + Math.max(0, ...before));
  }
  return { ms: ended - began, roundTrips: Math.max(...depths) };
}

/** In the page. */
function starters() {
  window.startOurs = async ({ Player, video, host, titleId, token }) => {
    const player = new Player(video, { host, tokens: token });
    const began = performance.now();
    player.load({ titleId });
    return began;
  };
  window.startBare = async ({ video, host, titleId, token }) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const device = { id: 'bare', name: 'Bare', kind: 'web', codecs: ['h264'], drm: ['clearkey'], player: 'shaka' };
    const asked = await fetch(`${host}/viewer/v1/playbacks`, { method: 'POST', headers, body: JSON.stringify({ titleId, device }) });
    const { manifests, drm } = await asked.json();
    shaka.polyfill.installAll();
    const player = new shaka.Player();
    await player.attach(video);
    player.configure({ drm: { servers: { 'org.w3.clearkey': drm.clearkey.licenceUrl } } });
    player.getNetworkingEngine().registerRequestFilter((type, request) => {
      if (type === shaka.net.NetworkingEngine.RequestType.LICENSE) request.headers.Authorization = headers.Authorization;
    });
    const began = performance.now();
    player.load(manifests.dash, null, 'application/dash+xml');
    return began;
  };
}

async function round(isOurs) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(starters);
  await page.goto(task.page);
  await page.addScriptTag({ url: new URL('/players/shaka.js', task.page).href });
  await page.evaluate((host) => import(`${host}/player/streamverse-player.js`).then(({ preload }) => preload()), task.host);
  await page.waitForLoadState('networkidle');
  if (task.delayMs > 0) {
    const network = await context.newCDPSession(page);
    const speed = { downloadThroughput: TEN_MEGABIT, uploadThroughput: TEN_MEGABIT };
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: task.delayMs, ...speed });
  }
  const seen = await page.evaluate(measure, { ...task, isOurs });
  await context.close();
  return seen;
}

try {
  // Whoever is first in a browser also starts its decoders and its key system.
  await round(false);
  const ours = await round(true);
  const bare = await round(false);
  console.log(JSON.stringify({ ours: ours.ms, bare: bare.ms, roundTrips: ours.roundTrips }));
} finally {
  await browser.close();
}
