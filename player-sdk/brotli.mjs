// Packs the texts of a built site, each into a file beside it, once and as small as can be: node brotli.mjs folder
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

const folder = process.argv[2];
for (const name of readdirSync(folder, { recursive: true }).filter((it) => /\.(html|js|css|svg|json)$/.test(it))) {
  const file = path.join(folder, name);
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
}
