// What viewers do with <streamverse-player>, and what they see of it, as one line of JSON.
// Argument: {page, scenario: keys|haste|takeover}
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const task = JSON.parse(process.argv[2]);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE = 40_000;

const browser = await chromium.launch({ executablePath: await executable(chromium), headless: true, args: [...FLAGS, '--mute-audio'] });
const said = [];

/** A device of its own. */
async function device() {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (it) => said.push(it.text()));
  page.on('pageerror', (it) => said.push(String(it)));
  const tokens = new Set();
  page.on('request', (it) => tokens.add(/URISigningPackage=([^/]+)/.exec(it.url())?.[1] ?? ''));
  await page.addInitScript(watch);
  await page.goto(task.page);
  return { context, page, tokens };
}

/** In the page: notes what a viewer would notice. */
function watch() {
  window.seen = { loads: 0, fatal: [], stalls: [] };
  addEventListener('player-loaded', () => seen.loads++);
  addEventListener('player-error', (it) => it.detail.fatal && seen.fatal.push(it.detail.code));
  addEventListener('DOMContentLoaded', () => {
    window.player = document.querySelector('streamverse-player');
    customElements.whenDefined('streamverse-player').then(() => {
      let shown = false;
      player.video.requestVideoFrameCallback(() => (shown = true));
      player.video.addEventListener('waiting', () => {
        if (shown && !player.video.seeking && !player.video.paused) seen.stalls.push(player.video.currentTime);
      });
    });
  });
}

const at = (page) => page.evaluate(() => player.video.currentTime);
const reaches = (page, seconds) => page.waitForFunction((it) => window.player?.video?.currentTime >= it && !player.video.seeking, seconds);
const inside = (page, selector) => page.locator('streamverse-player').locator(selector);

/** That rule reads past slots that show nothing: to it, the tooltip of a focused button says `Play` and `Pause` at once. */
async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => axe.run('streamverse-player', { resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: false } } }));
  return found.violations.map((it) => `${it.id}: ${it.nodes.map((node) => `${node.target} ${node.failureSummary}`)}`);
}

const SCENARIOS = {
  async keys() {
    const { page } = await device();
    await reaches(page, 1);
    const found = await violations(page);
    await page.keyboard.press('5');
    await page.keyboard.press(' ');
    await page.waitForFunction(() => !player.video.seeking);
    const soughtTo = await at(page);
    const reached = [];
    for (let i = 0; i < 16; i++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => `${player.shadowRoot.activeElement?.localName} ${player.shadowRoot.activeElement?.id}`));
      if (reached.at(-1).endsWith('choose') || reached.at(-1).endsWith('adjust')) {
        await page.keyboard.press('Enter');
        found.push(...(await violations(page)));
        if (reached.at(-1).endsWith('adjust')) await page.keyboard.press('ArrowUp');
        await page.keyboard.press('Escape');
      }
    }
    await page.keyboard.press('?');
    found.push(...(await violations(page)));
    await page.keyboard.press('Escape');
    const paused = await page.evaluate(() => player.video.paused);
    const quality = await page.evaluate(() => JSON.parse(localStorage.getItem(Object.keys(localStorage).find((it) => it.includes('preferences')))).maxHeight);
    return { violations: found, reached, paused, soughtTo, quality };
  },

  /** Another language, and a seek before anything of it is there. */
  async haste() {
    const { page } = await device();
    await reaches(page, 1);
    await page.route(/init\.mp4/, (route) => setTimeout(() => route.continue().catch(() => undefined), 1_000));
    const asked = page.waitForRequest(/init\.mp4/);
    await page.evaluate(() => player.tracks.chooseAudio(player.tracks.audio().find((it) => !it.active).id));
    await asked;
    await page.keyboard.press('l');
    await reaches(page, 12);
    return { spoken: await page.evaluate(() => player.tracks.audio().find((it) => it.active).language) };
  },

  async takeover() {
    const first = await device();
    await reaches(first.page, 0.5);
    const second = await device();
    await inside(second.page, '.error').waitFor();
    const refusal = await inside(second.page, '.error').innerText();
    const found = await violations(second.page);
    await inside(second.page, '.error button').first().click();
    await reaches(second.page, 0.6);
    await inside(first.page, '.error').waitFor();
    return { refusal, violations: found, playsNow: await at(second.page), putOut: await inside(first.page, '.error').innerText() };
  },
};

try {
  console.log(JSON.stringify(await SCENARIOS[task.scenario]()));
} catch (failure) {
  console.log(JSON.stringify({ error: String(failure), said: said.slice(-20) }));
} finally {
  await browser.close();
}
