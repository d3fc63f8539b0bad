/** A run with more than two hundred moments: one connection over which A sends and B answers, again and again. */
import { fragmentOf } from "../src/widgets/handshake/link.model.ts";
import { FIRST_SETTINGS } from "../src/widgets/handshake/settings.model.ts";
import { type Plan, planOf } from "#simulator/plan";
import {
  DELAY_MS,
  SOON,
  TWO_HOSTS,
  accepts,
  connects,
  does,
  listens,
  wait,
} from "#simulator/scenarios/steps";
import { parseSimulation } from "#simulator/simulation-file";

/** Each is eight moments: two calls that send, two arrivals of data, their acknowledgments, two calls that read. */
const EXCHANGES = 28;

const LONG_RUN = {
  hosts: TWO_HOSTS,
  delayMs: DELAY_MS,
  steps: [
    ...listens("B", "listener", 8080),
    ...connects("A", "client", "10.0.0.2", 8080),
    wait(100),
    accepts("B", "listener", "server"),
    ...Array.from({ length: EXCHANGES }, (_, at) => [
      does("A", "send", "client", `question ${at}`),
      SOON,
      does("B", "recv", "server", 100),
      does("B", "send", "server", `answer ${at}`),
      SOON,
      does("A", "recv", "client", 100),
    ]).flat(),
    does("A", "close", "client"),
    SOON,
    does("B", "recv", "server", 100),
    does("B", "close", "server"),
    SOON,
  ],
};

export function longPlan(): Plan {
  const parsed = parseSimulation(LONG_RUN);
  if (parsed.type === "error") throw new Error(parsed.message);
  return planOf(parsed.file);
}

/** What stands behind the address of a page with a handshake, to open the run in it. */
export const longRunFragment = () =>
  `#${fragmentOf({ plan: longPlan(), position: 0, packet: null, settings: FIRST_SETTINGS }, null)}`;
