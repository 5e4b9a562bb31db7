// A viewer's evening in headless Chromium, and what was seen of it, as one line of JSON.
// Argument: {site, api, key, locked, folder}: the tenant's host, the API and its key, the id of a title that takes premium.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const task = JSON.parse(process.argv[2]);
const AXE = readFileSync(new URL('../../../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'];
const PAGES = ['/', '/all', '/search?q=fil', '/sign-in', '/sign-up', '/profiles', '/account', '/history', `/titles/${task.locked}`];
const SOME = ['/', '/account', `/titles/${task.locked}`];
const PAGES_OF = { german: SOME, arabic: SOME, mobile: [...SOME, '/sign-up', '/profiles'] };
const seen = { faults: [], violations: [], refused: [] };
const browser = await chromium.launch({ executablePath: await executable(chromium), headless: true, args: FLAGS });

async function context(options = {}) {
  const made = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en', serviceWorkers: 'block', ...options });
  made.setDefaultTimeout(30_000);
  made.on('weberror', (it) => seen.faults.push(String(it.error())));
  made.on('response', (it) => it.status() >= 500 && seen.refused.push(`${it.status()} ${it.url()}`));
  return made;
}

async function at(page, path) {
  await page.goto(task.site + path);
  await settled(page);
}

async function settled(page) {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelectorAll('.bones').length === 0);
}

async function spoken(page, language) {
  await page.locator(`html[lang=${language}]`).waitFor();
}

async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) await page.fill(`input[name=${name}]`, value);
  await page.click('button[type=submit]');
}

async function checked(page, name) {
  const found = await page.evaluate(async (source) => {
    if (!window.axe) (0, eval)(source);
    const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return result.violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
  }, AXE);
  seen.violations.push(...found.map((it) => `${name}: ${it}`));
}

async function played(page, seconds) {
  await page.waitForFunction(
    (least) => (document.querySelector('streamverse-player')?.shadowRoot?.querySelector('video')?.currentTime ?? 0) > least,
    seconds,
  );
}

const account = { name: 'Ada', email: `ada-${Date.now()}@example.com`, password: 'a horse, a staple' };

async function firstEvening() {
  const here = await context();
  const page = await here.newPage();
  await at(page, '/');
  seen.guestRails = await page.locator('.rail h2').allTextContents();
  await page.click('a.button.primary >> text=Sign in');
  await page.click('form >> text=Create account');
  await fill(page, account);
  await page.waitForURL(`${task.site}/`);
  await at(page, `/titles/${task.locked}`);
  seen.lockedAtFirst = await page.locator('.button.locked').isVisible();
  seen.scriptSees = await page.evaluate(() => document.cookie);
  await grant();
  await page.reload();
  await settled(page);
  await page.click('.hero .button.primary');
  await played(page, 9);
  await page.locator('streamverse-player[resting]').waitFor();
  seen.headingIsCovered = await page.evaluate(() => {
    const written = document.createRange();
    written.selectNodeContents(document.querySelector('streamverse-player').shadowRoot.querySelector('#heading'));
    const [heading, leave] = [written, document.querySelector('a.leave')].map((it) => it.getBoundingClientRect());
    return heading.width === 0 || (heading.left < leave.right && heading.top < leave.bottom);
  });
  await page.click('a.leave');
  await page.locator('.hero h1').waitFor();
  await here.close();
}

async function grant() {
  const headers = { Authorization: `Bearer ${task.key}`, 'Content-Type': 'application/json' };
  const found = await (await fetch(`${task.api}/v1/viewers?email=${encodeURIComponent(account.email)}`, { headers })).json();
  const path = `${task.api}/v1/viewers/${found.data[0].id}/grants`;
  await fetch(path, { method: 'POST', headers, body: JSON.stringify({ tier: 'premium' }) });
}

async function anotherDevice() {
  const there = await context({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await there.newPage();
  await at(page, '/sign-in');
  await fill(page, { email: account.email, password: account.password });
  await page.locator('#rail-continue').waitFor();
  seen.goesOn = await page.locator('section[aria-labelledby=rail-continue] .name').allTextContents();
  await page.click('section[aria-labelledby=rail-continue] a');
  await page.click('.hero .button.primary');
  await played(page, 0.1);
  seen.resumedAt = await page.evaluate(() => document.querySelector('streamverse-player').shadowRoot.querySelector('video').currentTime);
  await there.close();
}

/** Nothing but a keyboard, and then nothing but the four arrows and Enter. */
async function withoutAMouse() {
  const here = await context({ reducedMotion: 'reduce' });
  await here.addInitScript(() => {
    window.glides = [];
    const scroll = Element.prototype.scrollIntoView;
    Element.prototype.scrollIntoView = function (how) {
      if (how?.behavior) window.glides.push(how.behavior);
      scroll.call(this, how);
    };
  });
  const page = await here.newPage();
  await at(page, '/?tv=1');
  seen.largeLetters = await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  await page.keyboard.press('Tab');
  seen.skipsFirst = await page.evaluate(() => document.activeElement.className);
  await page.keyboard.press('Enter');
  for (let step = 0; step < 12; step++) {
    if (await page.evaluate(() => document.activeElement.closest('.row')?.querySelectorAll('.tile').length > 1)) break;
    await page.keyboard.press('ArrowDown');
  }
  const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.keyboard.press('ArrowRight');
  const second = await page.evaluate(() => document.activeElement.getAttribute('href'));
  seen.motion = await page.evaluate(() => [...new Set(window.glides), ...document.getAnimations().map((it) => it.animationName)]);
  seen.arrowsMove = first !== null && second !== null && first !== second;
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/titles\//);
  seen.openedByKeys = true;
  await here.close();
}

async function looks() {
  const looks = {
    dark: { colorScheme: 'dark' },
    german: { locale: 'de' },
    arabic: { locale: 'ar' },
    mobile: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, locale: 'de' },
    light: { colorScheme: 'light' },
  };
  let before = 'en';
  for (const [name, options] of Object.entries(looks)) {
    const here = await context(options);
    const page = await here.newPage();
    await at(page, '/sign-in');
    await fill(page, { email: account.email, password: account.password });
    await page.waitForURL(`${task.site}/`);
    await settled(page);
    // Whatever the browser's language is: the profile was left in that of the look before.
    await spoken(page, before);
    before = options.locale ?? 'en';
    await page.selectOption('.languages select', before);
    await spoken(page, before);
    for (const path of PAGES) {
      if (!(PAGES_OF[name] ?? PAGES).includes(path)) continue;
      await at(page, path);
      await spoken(page, before);
      if (path === '/account') {
        await page.locator('.sessions .here').waitFor();
        seen.devices = await page.locator('.sessions bdi').allTextContents();
      }
      await checked(page, `${name} ${path}`);
      const file = path.replace(/[^a-z-]+/gi, '_').replace(task.locked, 'title');
      await page.screenshot({ path: `${task.folder}/${name}${file}.png`, fullPage: name === 'mobile' });
      seen.overflow ??= [];
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) seen.overflow.push(`${name} ${path}`);
    }
    if (name === 'arabic') {
      const [brand, who] = await Promise.all(['.brand', '.who'].map((it) => page.locator(it).boundingBox()));
      seen.isMirrored = brand.x > who.x;
    }
    if (name === 'dark') {
      await at(page, '/titles/ttl_00000000000000000000000000');
      await checked(page, 'dark nothing');
      await page.screenshot({ path: `${task.folder}/dark_nothing.png` });
    }
    await here.close();
  }
}

async function withoutANetwork() {
  const here = await context({ serviceWorkers: 'allow' });
  const page = await here.newPage();
  await at(page, '/sign-in');
  await fill(page, { email: account.email, password: account.password });
  await page.waitForURL(`${task.site}/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await settled(page);
  await here.setOffline(true);
  await page.goto(`${task.site}/account`);
  await page.locator('.failure h1').waitFor();
  seen.offline = await page.locator('.failure h1').textContent();
  seen.brandOffline = await page.locator('.brand').textContent();
  await checked(page, 'offline');
  await page.screenshot({ path: `${task.folder}/offline.png` });
  await here.setOffline(false);
  await page.locator('.sessions .here').waitFor();
  await here.close();
}

/** With a quarter of the processor: from the click on the address to a page that answers, at the first visit and at the next. */
async function speed() {
  const here = await context();
  const page = await here.newPage();
  const cdp = await here.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const interactive = () => page.evaluate(() => Math.round(performance.getEntriesByName('interactive')[0]?.startTime ?? NaN));
  // Whatever Playwright asks of a page it asks with a large script of its own: not before the page is done with its own.
  const quiet = { waitUntil: 'networkidle' };
  await page.goto(`${task.site}/`, quiet);
  await settled(page);
  seen.interactiveMs = await interactive();
  seen.scriptBytes = await page.evaluate(() =>
    performance.getEntriesByType('resource').filter((it) => it.name.endsWith('.js')).reduce((sum, it) => sum + it.encodedBodySize, 0),
  );
  await page.reload(quiet);
  await settled(page);
  seen.interactiveAgainMs = await interactive();
  await here.close();
}

try {
  for (const part of [firstEvening, anotherDevice, withoutAMouse, withoutANetwork, speed, looks]) {
    if (task.parts && !task.parts.includes(part.name)) continue;
    await part();
  }
} catch (failure) {
  seen.error = String(failure.stack ?? failure);
  for (const it of browser.contexts()) {
    for (const page of it.pages()) {
      await page.screenshot({ path: `${task.folder}/failure.png` }).catch(() => undefined);
      seen.shown = (await page.textContent('body').catch(() => ''))?.slice(0, 600);
      seen.url = page.url();
    }
  }
} finally {
  console.log(JSON.stringify(seen));
  await browser.close();
}
