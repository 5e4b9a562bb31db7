// Plays films to their end in headless Chromium, several at once, and says what was seen, as one line of JSON.
// Argument: [{page, player: shaka|hls|dash, manifest, renewal, renewAfterSeconds, token, licence?, licenceSeconds?, acts?}], or
// with {player: streamverse, host, titleId, token} for our own;
// an act, {at, method, url, headers}, is a request that somebody else makes when the film has come so far.
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const tasks = JSON.parse(process.argv[2]);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'];

const browser = await chromium.launch({ executablePath: await executable(chromium), headless: true, args: FLAGS });
try {
  console.log(JSON.stringify(await Promise.all(tasks.map(watch))));
} finally {
  await browser.close();
}

async function watch(task) {
  const page = await browser.newPage();
  const seen = { refused: [], fetched: {}, tokens: new Set(), said: [], acted: [] };
  page.on('console', (it) => seen.said.push(it.text()));
  page.on('pageerror', (it) => seen.said.push(String(it)));
  page.on('response', (it) => note(seen, it));
  try {
    await page.goto(task.page);
    await page.addScriptTag({ url: new URL('/last.js', task.page).href });
    if (task.manifest) await page.addScriptTag({ url: new URL(`/players/${task.player}.js`, task.page).href });
    const acts = Promise.all((task.acts ?? []).map((it) => act(page, it, seen)));
    Object.assign(seen, await page.evaluate((it) => window.last(it), task));
    await acts;
  } catch (failure) {
    seen.error ??= String(failure);
  }
  return { ...seen, tokens: seen.tokens.size, said: seen.said.slice(-20) };
}

// Segments by host, and how many tokens they were fetched with.
function note(seen, response) {
  const url = new URL(response.url());
  if (response.status() >= 400) seen.refused.push(`${response.status()} ${response.url()}`);
  if (url.pathname.endsWith('.m4s') && response.status() < 300) {
    seen.fetched[url.hostname] = (seen.fetched[url.hostname] ?? 0) + 1;
    seen.tokens.add(url.pathname.split('/')[1]);
    seen.lastSegment = url.pathname;
  }
}

async function act(page, { at, ...request }, seen) {
  await page.waitForFunction((it) => document.getElementById('video').currentTime >= it, at, { timeout: 60_000 });
  seen.fetchedBefore = { ...seen.fetched };
  const answer = await fetch(request.url, request);
  seen.acted.push({ status: answer.status, at: await page.evaluate(() => performance.now()) });
}
