import { defineConfig } from "vitest/config";

export default defineConfig({
  build: {
    outDir: "../target/classes/player",
    emptyOutDir: true,
    lib: { entry: "src/index.ts", formats: ["es"], fileName: "streamverse-player" },
  },
  test: { environment: "happy-dom" },
});
