// Where a Chromium is that can be driven without a screen; brought along where there is none.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const require = createRequire(import.meta.url);

export async function executable(playwright) {
  const found = () =>
    [process.env.CHROMIUM, ...PLACES, playwright.executablePath()].find((it) => it && existsSync(it));
  return found() ?? (install(), found()) ?? fail();
}

function install() {
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const apt = (...args) => spawnSync('apt-get', ['-q', '-y', ...args], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (apt('install', '--no-install-recommends', 'chromium').status === 0) return;
    apt('update');
    if (apt('install', '--no-install-recommends', 'chromium').status === 0) return;
  }
  const cli = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  try {
    execFileSync(process.execPath, [cli, 'install', 'chromium-headless-shell'], { stdio: 'ignore', timeout: 300_000 });
  } catch {
    fail();
  }
}

function fail() {
  throw new Error('The tests in a browser need Chromium: install it, or name it in the environment variable CHROMIUM.');
}
