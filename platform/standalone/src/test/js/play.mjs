// Plays a manifest in headless Chromium and says what was seen, as one line of JSON.
// Argument: {page, player: shaka|hls|dash, manifest, seekTo, clearKeys?, servers?, steps?}
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const task = JSON.parse(process.argv[2]);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

const browser = await chromium.launch({ executablePath: await executable(chromium), headless: true, args: FLAGS });
const refused = [];
const said = [];
try {
  const page = await browser.newPage();
  page.on('console', (it) => said.push(it.text()));
  page.on('pageerror', (it) => said.push(String(it)));
  page.on('response', (it) => it.status() >= 400 && refused.push(`${it.status()} ${it.url()}`));
  await page.goto(task.page);
  await page.addScriptTag({ url: new URL(`/players/${task.player}.js`, task.page).href });
  const seen = await page.evaluate((it) => window.watch(it), task);
  console.log(JSON.stringify({ ...seen, refused, said: said.slice(-20) }));
} catch (failure) {
  console.log(JSON.stringify({ error: String(failure), refused, said: said.slice(-20) }));
} finally {
  await browser.close();
}
