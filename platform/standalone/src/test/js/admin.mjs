// A tenant's console in headless Chromium, by keyboard alone, and what was seen of it, as one line of JSON.
// Argument: {site, key, beacons, session, folder}: the host, a key that may read, and the playback that goes on meanwhile.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const task = JSON.parse(process.argv[2]);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MOST_TABS = 60;
const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  french: { locale: 'fr' },
  mobile: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true },
};
const seen = { faults: [], violations: [], overflow: [] };
const browser = await chromium.launch({ executablePath: await executable(chromium), headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });

async function somebody(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(20_000);
  context.on('weberror', (it) => seen.faults.push(String(it.error())));
  context.on('response', (it) => it.status() >= 500 && seen.faults.push(`${it.status()} ${it.url()}`));
  return context.newPage();
}

async function checked(page, name) {
  const found = await page.evaluate(
    async ([source, rules]) => {
      if (!window.axe) (0, eval)(source);
      const { violations } = await window.axe.run(document, { runOnly: rules });
      return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
    },
    [AXE, RULES],
  );
  seen.violations.push(...found.map((it) => `${name}: ${it}`));
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) seen.overflow.push(name);
  await page.screenshot({ path: `${task.folder}/admin-${name}.png`, fullPage: true });
}

const tile = (page, name) => page.locator('.tile', { hasText: name }).first().locator('.figure');
const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** Tab after Tab, until what has the focus is called so. */
async function reach(page, name) {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    const isThere = await page.evaluate((it) => {
      const focused = document.activeElement;
      return [focused.textContent, focused.getAttribute('aria-label'), focused.labels?.[0]?.textContent].some((text) => text?.trim().startsWith(it));
    }, name);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by Tab`);
}

async function signIn(page, key) {
  await page.goto(`${task.site}/admin`);
  await page.locator('form').waitFor();
  await page.keyboard.type(key);
  await page.keyboard.press('Enter');
}

/** As the player of that playback. */
async function tell(...events) {
  const now = new Date().toISOString();
  const written = events.map(([type, data], place) => ({ id: crypto.randomUUID(), seq: place, type, at: now, positionMs: 9000, data }));
  const message = { sessionId: task.session, sentAt: now, consent: 'granted', events: written };
  const answer = await fetch(task.beacons, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(message) });
  if (answer.status !== 202) throw new Error(`The events were answered ${answer.status} ${await answer.text()}`);
}

async function aDayAtWork() {
  const page = await somebody();
  await signIn(page, 'sv_live_not-a-key-of-ours');
  const alert = page.getByRole('alert');
  await alert.waitFor();
  seen.wrongKey = await alert.textContent();
  await press(page, 'Control+a');
  await page.keyboard.type(task.key);
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Numbers' }).waitFor();
  seen.keyIsKept = await page.evaluate((key) => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]).includes(key), task.key);
  await press(page, 'Tab');
  seen.skipsFirst = await page.evaluate(() => document.activeElement.textContent);
  await tile(page, 'Plays').getByText('0', { exact: true }).waitFor();
  await page.getByText('Nothing was watched').first().waitFor();
  const unrated = page.getByRole('alert').filter({ hasText: 'Hidden from children' });
  await unrated.waitFor();
  seen.unrated = await unrated.textContent();
  await checked(page, 'empty');
  await reach(page, 'Close');
  await press(page, 'Enter');
  await unrated.waitFor({ state: 'detached' });
  await page.evaluate(() => (window.loadedOnce = true));
  await tell(['start', {}], ['firstFrame', { startupMs: 321 }], ['playing', {}], ['progress', { watchedMs: 9000, kbps: 2400, cdn: 'edge-1' }], ['error', { code: '3016', fatal: false }]);
  await tile(page, 'Plays').getByText('1', { exact: true }).waitFor();
  await tile(page, 'Watching now').getByText('1', { exact: true }).waitFor();
  seen.startup = await tile(page, 'Startup').textContent();
  await tell(['end', { reason: 'ended' }]);
  await tile(page, 'Watching now').getByText('0', { exact: true }).waitFor();
  seen.isLive = await page.evaluate(() => window.loadedOnce === true);
  await page.getByText('Film', { exact: true }).waitFor();
  await reach(page, 'Download CSV');
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')]);
  seen.csvName = file.suggestedFilename();
  seen.csv = readFileSync(await file.path(), 'utf8');
  await reach(page, 'Film');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await checked(page, 'retention');
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(`${task.site}/admin/sessions`);
  await page.locator('tbody').getByText('Film', { exact: true }).waitFor();
  seen.latest = await page.locator('tbody tr').first().textContent();
  await checked(page, 'sessions');
  await reach(page, 'Session id');
  await page.keyboard.type(task.session);
  await press(page, 'Enter');
  await page.waitForURL(`**/sessions/${task.session}`);
  await page.getByText('First picture').waitFor();
  seen.moments = await page.locator('tbody tr td:nth-child(3)').allTextContents();
  await page.reload();
  await page.getByText('First picture').waitFor();
  await reach(page, 'Sign out');
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Open the console' }).waitFor();
  seen.afterwards = await page.evaluate(() => fetch('/admin/session').then((it) => it.status));
  await page.context().close();
}

async function looks() {
  for (const [name, options] of Object.entries(LOOKS)) {
    const page = await somebody(options);
    await page.goto(`${task.site}/admin`);
    await page.locator('form').waitFor();
    await checked(page, `${name}-sign-in`);
    await signIn(page, task.key);
    await page.locator('.tile').first().waitFor();
    await page.locator('.recharts-surface').first().waitFor();
    await page.locator('tbody tr').first().waitFor();
    await checked(page, `${name}-numbers`);
    if (await page.evaluate(() => [...document.querySelectorAll('header p')].some((it) => it.scrollWidth > it.clientWidth))) seen.overflow.push(`${name}: the tenant's name`);
    await page.goto(`${task.site}/admin/sessions/${task.session}`);
    await page.locator('tbody tr').first().waitFor();
    await checked(page, `${name}-session`);
    await page.goto(`${task.site}/admin/sessions/pbs_00000000000000000000000000`);
    await page.getByRole('alert').waitFor();
    await checked(page, `${name}-no-session`);
    await page.context().close();
  }
}

try {
  await aDayAtWork();
  await looks();
} catch (failure) {
  seen.error = String(failure.stack ?? failure);
  for (const it of browser.contexts()) {
    for (const page of it.pages()) {
      await page.screenshot({ path: `${task.folder}/admin-failure.png` }).catch(() => undefined);
      seen.shown = (await page.textContent('body').catch(() => ''))?.slice(0, 600);
    }
  }
} finally {
  console.log(JSON.stringify(seen));
  await browser.close();
}
