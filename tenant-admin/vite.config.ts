import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "/admin/",
  plugins: [react()],
  build: { outDir: "target/classes/admin", emptyOutDir: true },
  test: { environment: "happy-dom" },
});
