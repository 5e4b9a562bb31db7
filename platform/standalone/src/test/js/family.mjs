// A family puts the grown-up's profile behind a PIN, in headless Chromium; what was seen of it as one line of JSON.
// Argument: {site, folder}: the tenant's host.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const task = JSON.parse(process.argv[2]);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const account = { name: 'Ada', email: 'ada@example.com', password: 'a horse, a staple' };
const seen = { violations: [] };
const browser = await chromium.launch({ executablePath: await executable(chromium), headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });

async function device(path, values) {
  const context = await browser.newContext({ viewport: { width: 960, height: 640 }, locale: 'en', serviceWorkers: 'block', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(task.site + path);
  for (const [name, value] of Object.entries(values)) await page.fill(`input[name=${name}]`, value);
  await page.click('button[type=submit]');
  return page;
}

async function checked(page, name) {
  const found = await page.evaluate(async (source) => {
    if (!window.axe) (0, eval)(source);
    const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(' | ')}`);
  }, AXE);
  seen.violations.push(...found.map((it) => `${name}: ${it}`));
  await page.screenshot({ path: `${task.folder}/family-${name}.png` });
}

const person = (page, name) => page.locator('.person', { hasText: name });
const atHome = (page) => page.waitForURL(`${task.site}/`);

async function livingRoom() {
  const page = await device('/sign-up', account);
  await atHome(page);
  await page.goto(`${task.site}/profiles`);
  await page.getByRole('button', { name: 'New profile' }).click();
  await page.fill('input[name=name]', 'Kim');
  await page.check('input[name=kids]');
  await page.click('button[type=submit]');
  await person(page, 'Kim').waitFor();
  await page.getByRole('button', { name: 'Set a PIN' }).click();
  await checked(page, 'set');
  await page.keyboard.type('2718');
  await page.keyboard.press('Enter');
  await person(page, 'with a PIN').waitFor();
  await person(page, 'Kim').click();
  await atHome(page);
  await page.goto(`${task.site}/profiles`);
  await person(page, 'Kim').waitFor();
  seen.childSees = await page.locator('main').textContent();
  await person(page, 'Ada').click();
  await page.locator('input[name=proof]').waitFor();
  await page.keyboard.type('0000');
  await page.keyboard.press('Enter');
  seen.wrong = await page.locator('.card .fault').textContent();
  await checked(page, 'ask');
  await page.keyboard.type('2718');
  await page.keyboard.press('Enter');
  await atHome(page);
  await page.goto(`${task.site}/profiles`);
  seen.grownUpSees = await page.getByRole('button', { name: 'Remove the PIN' }).textContent();
}

async function bedroom() {
  const page = await device('/sign-in', { email: account.email, password: account.password });
  await page.waitForURL(`${task.site}/profiles`);
  await person(page, 'Kim').waitFor();
  await checked(page, 'who');
  await person(page, 'Kim').click();
  await atHome(page);
  await page.goto(`${task.site}/profiles`);
  await person(page, 'Ada').click();
  await page.getByRole('button', { name: 'password' }).click();
  await page.fill('input[name=proof]', account.password);
  await page.keyboard.press('Enter');
  await atHome(page);
  seen.forgotten = await page.locator('.empty h1').textContent();
}

try {
  await livingRoom();
  await bedroom();
} catch (failure) {
  seen.error = String(failure.stack ?? failure);
  for (const page of browser.contexts().flatMap((it) => it.pages())) {
    await page.screenshot({ path: `${task.folder}/family-failure.png` }).catch(() => undefined);
    seen.shown = (await page.textContent('body').catch(() => ''))?.slice(0, 600);
  }
} finally {
  console.log(JSON.stringify(seen));
  await browser.close();
}
