/**
 * The ports that have a page as a file of its own: those of the reviewed table, the edges of every
 * range, and the client ports that the course's examples show. Any other port is answered all the
 * same, behind the query.
 */
import { EPHEMERAL_RANGES } from "./ephemeral-range.ts";
import { PORT_RANGES } from "./port-range.ts";
import type { Port } from "./port.ts";
import { REVIEWED_PORTS } from "./services.ts";

const EXAMPLE_CLIENT_PORTS: readonly Port[] = [49902, 51031, 60718];

/** Ascending, each once. */
export const PORTS_WITH_PAGES: readonly Port[] = [
  ...new Set([
    ...REVIEWED_PORTS,
    ...[...PORT_RANGES, ...EPHEMERAL_RANGES].flatMap(({ from, to }) => [from, to]),
    ...EXAMPLE_CLIENT_PORTS,
  ]),
].toSorted((a, b) => a - b);
