// Fails the build when our own code, which is all but the libraries' chunks, is too large for the phones of viewers.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const FOLDER = new URL("../target/classes/player/", import.meta.url);
const LIBRARIES = /^assets.(shaka|media-chrome)-/;
const MOST = 60 * 1024;

const own = readdirSync(FOLDER, { recursive: true }).filter((it) => it.endsWith(".js") && !LIBRARIES.test(it));
const bytes = own.reduce((sum, it) => sum + gzipSync(readFileSync(new URL(it, FOLDER))).length, 0);
if (bytes > MOST) {
  console.error(`The player's own code is ${bytes} bytes with gzip; ${MOST} are the most.`);
  process.exit(1);
}
