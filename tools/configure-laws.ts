/**
 * Before each unit test file: how many cases a law is tried on, and which. Every run of the checks tries the
 * same ones, so that a change is judged by what it changes; `npm run check:deep` draws many more, ever new.
 */
import { configureGlobal } from "fast-check";

const runs = process.env["FAST_CHECK_RUNS"];
configureGlobal(runs === undefined ? { numRuns: 200, seed: 1 } : { numRuns: Number(runs) });
