// Runs a guide's function `play` in headless Chromium, as a page with a video does, and says how far it came.
// Argument: {page, code, host, token, titleId}
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';

const task = JSON.parse(process.argv[2]);
const browser = await chromium.launch({
  executablePath: await executable(chromium),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--autoplay-policy=no-user-gesture-required'],
});
try {
  const page = await browser.newPage();
  await page.goto(task.page);
  await page.addScriptTag({ url: new URL('/players/shaka.js', task.page).href });
  await page.addScriptTag({ content: task.code });
  const seen = await page.evaluate(async ({ host, token, titleId }) => {
    const video = document.getElementById('video');
    const player = new shaka.Player();
    await player.attach(video);
    await play(player, host, token, titleId);
    video.play();
    const end = performance.now() + 40_000;
    while (video.currentTime < 1 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    return { played: video.currentTime, keySystem: player.keySystem() };
  }, task);
  console.log(JSON.stringify(seen));
} catch (failure) {
  console.log(JSON.stringify({ error: String(failure) }));
} finally {
  await browser.close();
}
