import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: { outDir: "../target/classes/storefront", emptyOutDir: true },
  test: { environment: "happy-dom" },
});
