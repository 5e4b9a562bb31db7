import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const PLAYER = /player-sdk\/web|shaka-player|media-chrome/;

/** Tells the service worker what the app consists of. The player is fetched by those who watch, who need a network. */
function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const files = Object.values(bundle)
          .filter((it) => it.type === "asset" || !it.moduleIds.some((id) => PLAYER.test(id)))
          .map((it) => `/${it.fileName}`)
          .filter((it) => it.startsWith("/assets/"))
          .sort();
        const list = JSON.stringify(files);
        const build = createHash("sha256").update(list).digest("hex").slice(0, 8);
        const source = readFileSync(new URL("src/sw.js", import.meta.url), "utf8");
        const filled = `const FILES = ${list};\nconst BUILD = "${build}";\n${source}`;
        this.emitFile({ type: "asset", fileName: "sw.js", source: filled });
      },
    },
  };
}

export default defineConfig({
  plugins: [serviceWorker()],
  build: {
    outDir: "../target/classes/storefront",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { environment: "happy-dom" },
});
