import { defineConfig, mergeConfig } from "vitest/config";
import viteConfig from "./vite.config.ts";

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      include: ["{src,tools,bench}/**/*.test.{ts,tsx}"],
      setupFiles: ["tools/configure-laws.ts"],
      // Laws run hundreds of cases: a slow machine may take its time. Speed is the benchmark's matter.
      testTimeout: 60_000,
      // Without this one of the processors is left idle, which is half of them where there are two.
      maxWorkers: "100%",
    },
  }),
);
