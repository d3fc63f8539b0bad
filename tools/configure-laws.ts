/** Before each unit test file: how many cases a law is tried on. `npm run check:deep` asks for many more. */
import { configureGlobal } from "fast-check";

configureGlobal({ numRuns: Number(process.env["FAST_CHECK_RUNS"] ?? 200) });
