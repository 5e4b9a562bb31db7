// Opens a page in headless Chromium, lets one of its scripts work, and says what came of it, as one line of JSON.
// Argument: {page, scripts, task}; the last script offers window.visit(task).
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const { page: address, scripts, task } = JSON.parse(process.argv[2]);
const browser = await chromium.launch({ executablePath: await executable(chromium), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  await page.goto(address);
  for (const script of scripts) await page.addScriptTag({ url: new URL(script, address).href });
  console.log(JSON.stringify(await page.evaluate((it) => window.visit(it), task)));
} finally {
  await browser.close();
}
