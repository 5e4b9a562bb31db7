import { defineConfig } from "vitest/config";

/** Files that pages of any host load as modules: one entry whose name stays, and chunks that it finds beside it. */
export default defineConfig({
  base: "./",
  build: {
    outDir: "../target/classes/player",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { "streamverse-player": "src/index.ts" },
      preserveEntrySignatures: "allow-extension",
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "assets/[name]-[hash].js",
        codeSplitting: {
          groups: [
            { name: "shaka", test: /node_modules\/shaka-player/ },
            { name: "media-chrome", test: /node_modules\/media-chrome/ },
          ],
        },
      },
    },
  },
  test: { environment: "happy-dom" },
});
