// A viewer's evening on the tenant's own site, on two devices, and what was seen of it, as one line of JSON.
// Argument: {site, api, key, title, tier, tokenSeconds}: the tenant's host, the API and its key, a title that takes the tier.
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const task = JSON.parse(process.argv[2]);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required', '--mute-audio'];
const PATIENCE = 40_000;
const OFFLINE_SECONDS = 10;
const ACCOUNT = { name: 'Ada', email: 'ada@example.com', password: 'a horse, a staple' };

const browser = await chromium.launch({ executablePath: await executable(chromium), headless: true, args: FLAGS });
const said = [];

/** A device of its own. */
async function device(viewport) {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (it) => said.push(it.text()));
  page.on('pageerror', (it) => said.push(String(it)));
  const tokens = new Set();
  page.on('request', (it) => tokens.add(tokenOf(it)));
  await page.addInitScript(watch);
  return { context, page, tokens };
}

function tokenOf(request) {
  return /URISigningPackage=([^/]+)/.exec(request.url())?.[1] ?? '';
}

/** In the page: notes what a viewer would notice. */
function watch() {
  window.seen = { loads: 0, fatal: [], stalls: [] };
  addEventListener('player-error', (it) => it.detail.fatal && seen.fatal.push(it.detail.code));
  addEventListener('player-loaded', ({ target, detail }) => {
    seen.loads++;
    seen.session = detail.sessionId;
    window.player = target;
    let shown = false;
    target.video.requestVideoFrameCallback(() => {
      shown = true;
      seen.firstFrameAt = performance.now();
    });
    target.video.addEventListener('waiting', () => {
      if (shown && !target.video.seeking && !target.video.paused) seen.stalls.push(target.video.currentTime);
    });
  });
}

const at = (page) => page.evaluate(() => player.video.currentTime);
const reaches = (page, seconds) => page.waitForFunction((it) => window.player?.video.currentTime >= it && !player.video.seeking, seconds);
const inside = (page, selector) => page.locator('streamverse-player').locator(selector);

async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) await page.fill(`input[name=${name}]`, value);
  await page.click('button[type=submit]');
}

/** From the title's page, which stays one document until the viewer leaves. */
async function play(page) {
  const button = page.locator('.hero.full .button.primary');
  await button.evaluate((it) => (it.onclick = () => (seen.askedAt = performance.now())));
  await button.click();
  await page.waitForFunction(() => seen.firstFrameAt);
}

async function grant() {
  const headers = { Authorization: `Bearer ${task.key}`, 'Content-Type': 'application/json' };
  const found = await (await fetch(`${task.api}/v1/viewers?email=${encodeURIComponent(ACCOUNT.email)}`, { headers })).json();
  const path = `${task.api}/v1/viewers/${found.data[0].id}/grants`;
  await fetch(path, { method: 'POST', headers, body: JSON.stringify({ tier: task.tier }) });
}

/** The picture that is shown above the middle of the time line. */
async function hover(page) {
  const { x, y, width, height } = await inside(page, 'media-time-range').boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.move(x + width / 2 + 4, y + height / 2);
  await inside(page, '.thumb').waitFor();
  return inside(page, '.thumb').evaluate((it) => getComputedStyle(it).backgroundImage);
}

/** What the video element itself counts: the parts that were played, of which none was played twice. */
async function left(page) {
  const ended = page.waitForResponse((it) => it.request().method() === 'DELETE');
  await page.click('a.leave', { trial: true });
  const seen = await page.evaluate(() => {
    const { played, currentTime } = player.video;
    const seconds = [...Array(played.length).keys()].reduce((sum, it) => sum + played.end(it) - played.start(it), 0);
    return { ...window.seen, playedSeconds: seconds, leftAt: currentTime, startupMs: window.seen.firstFrameAt - window.seen.askedAt };
  });
  await page.click('a.leave');
  await Promise.all([ended, page.locator('.hero h1').waitFor()]);
  return seen;
}

async function onTheSofa() {
  const { context, page, tokens } = await device({ width: 960, height: 540 });
  await page.goto(`${task.site}/sign-up`);
  await fill(page, ACCOUNT);
  await page.waitForURL(`${task.site}/`);
  await page.goto(`${task.site}/titles/${task.title}`);
  await page.locator('.button.locked').waitFor();
  await grant();
  await page.reload();
  await play(page);

  await reaches(page, 1);
  const soughtFrom = await at(page);
  await page.keyboard.press('l');
  await reaches(page, soughtFrom + 10);
  await page.keyboard.press('c');
  await inside(page, '.shaka-text-container span').first().waitFor();
  const written = await inside(page, '.shaka-text-container').innerText();
  await inside(page, '#choose').click();
  await inside(page, 'input[name=audio]').nth(1).check();
  await page.waitForFunction(() => player.tracks.audio().some((it) => it.active && it.language === 'fr'));
  await page.keyboard.press('Escape');
  const storyboard = await hover(page);

  await page.waitForFunction((it) => player.video.buffered.length > 0 && player.video.buffered.end(0) > player.video.currentTime + it, OFFLINE_SECONDS + 5);
  await context.setOffline(true);
  await inside(page, '.toast').waitFor();
  const withoutNetwork = await inside(page, '.toast').innerText();
  await reaches(page, (await at(page)) + OFFLINE_SECONDS);
  await context.setOffline(false);
  await inside(page, '.toast').waitFor({ state: 'detached' });

  await page.keyboard.press('k');
  const pausedAt = await at(page);
  const tokensBeforeThePause = tokens.size - 1;
  const before = new Set(tokens);
  const another = page.waitForRequest((it) => !before.has(tokenOf(it)));
  await page.waitForTimeout(2 * task.tokenSeconds * 1000);
  await page.keyboard.press('k');
  await reaches(page, pausedAt + 2);
  await another;
  const spoken = await page.evaluate(() => player.tracks.audio().find((it) => it.active).language);
  const seen = await left(page);
  await context.close();
  return { ...seen, soughtFrom, written, spoken, storyboard, withoutNetwork, pausedAt, tokensBeforeThePause, tokens: tokens.size - 1 };
}

async function inBed() {
  const { context, page } = await device({ width: 390, height: 844 });
  await page.goto(`${task.site}/sign-in`);
  await fill(page, { email: ACCOUNT.email, password: ACCOUNT.password });
  await page.click('section[aria-labelledby=rail-continue] a');
  await play(page);
  const resumedAt = await at(page);
  await reaches(page, resumedAt + 2);
  const seen = await left(page);
  await context.close();
  return { ...seen, resumedAt };
}

try {
  console.log(JSON.stringify({ sofa: await onTheSofa(), bed: await inBed() }));
} catch (failure) {
  console.log(JSON.stringify({ error: String(failure.stack ?? failure), said: said.slice(-20) }));
} finally {
  await browser.close();
}
