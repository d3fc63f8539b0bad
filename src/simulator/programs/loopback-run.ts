/**
 * Whether a simulation can be done for real by one program, on the machine it runs on: with socket calls alone, all
 * hosts on the loopback interface, where a packet arrives at once. Asked of the simulator itself: the same steps on one
 * host with loopback's addresses must give the same results and leave sockets in the same states.
 */
import type { CallValue, SocketAddress } from "../calls.ts";
import type { Errno } from "../errno.ts";
import { simulate } from "../simulate.ts";
import type { FileStep, SimulationFile } from "../simulation-file.ts";
import type { ResultReport, SimulationRun } from "../simulation-report.ts";
import { whyNot } from "./why-not.ts";

export interface LoopbackRun {
  readonly type: "run";
  /** Loopback's for each address of a host. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Milliseconds of each wait step, by its index; the others' are QUIET_MS. */
  readonly waits: ReadonlyMap<number, number>;
  /** By the indexes of calls: the step in which each returned; absent where it waits to the end. */
  readonly returnedIn: ReadonlyMap<number, number>;
  /** By the indexes of calls that failed. */
  readonly failed: ReadonlyMap<number, Errno>;
}

/** Long enough for everything that is on its way on one machine to arrive. */
export const QUIET_MS = 100;
const LONGEST_MS = 10_000;

export function loopbackRun(
  file: SimulationFile,
): LoopbackRun | { readonly type: "none"; readonly why: string } {
  const why = whyNot(file);
  if (why !== null) return { type: "none", why };
  const original = runOf(file);
  if (original === null) return { type: "none", why: "Its steps do not fit together." };
  const total = file.steps.reduce((sum, step) => sum + (step.kind === "wait" ? step.ms : 0), 0);
  for (const waits of total <= LONGEST_MS ? [NO_WAITS, waitsOf(file)] : [NO_WAITS])
    for (const addresses of [oneAddress(file), severalAddresses(file)]) {
      const run = sameRun(file, original, addresses, waits);
      if (run !== null) return { type: "run", addresses, waits, ...run };
    }
  const isLong = sameRun(file, original, severalAddresses(file), waitsOf(file)) !== null;
  return {
    type: "none",
    why:
      isLong && total > LONGEST_MS
        ? `It takes ${durationText(total)} to show what it is about; a program would keep you waiting for as long.`
        : "On one machine a packet arrives at once, so that nothing crosses on the way as it does here.",
  };
}

const durationText = (ms: number) =>
  ms < 120_000 ? `${Math.round(ms / 1000)} seconds` : `${Math.round(ms / 60_000)} minutes`;

const NO_WAITS: ReadonlyMap<number, number> = new Map();

function waitsOf({ steps }: SimulationFile): ReadonlyMap<number, number> {
  return new Map(
    steps.flatMap((step, at) =>
      step.kind === "wait" && step.ms > 2 * QUIET_MS ? [[at, step.ms] as const] : [],
    ),
  );
}

const isSix = (address: string) => address.includes(":");
const addressesOf = ({ hosts }: SimulationFile) =>
  Object.values(hosts).flatMap(({ addresses }) => addresses);

/** macOS has 127.0.0.1 alone, unless told otherwise. IPv6 has one address for loopback anywhere. */
function oneAddress(file: SimulationFile): ReadonlyMap<string, string> {
  return new Map(
    addressesOf(file).map((address) => [address, isSix(address) ? "::1" : "127.0.0.1"]),
  );
}

/** 127.0.0.1 stays itself where the file speaks of it. */
function severalAddresses(file: SimulationFile): ReadonlyMap<string, string> {
  const isOwnUsed = file.steps.some((step) => addressIn(step)?.address === "127.0.0.1");
  let next = isOwnUsed ? 2 : 1;
  return new Map(
    addressesOf(file).map((address) => [address, isSix(address) ? "::1" : `127.0.0.${next++}`]),
  );
}

function addressIn(step: FileStep): SocketAddress | null {
  return step.kind === "call" && "to" in step.call ? step.call.to : null;
}

function runOf(file: SimulationFile): SimulationRun | null {
  const simulated = simulate(file);
  return simulated.type === "run" ? simulated.run : null;
}

/** Null where it comes out differently on one machine. */
function sameRun(
  file: SimulationFile,
  original: SimulationRun,
  addresses: ReadonlyMap<string, string>,
  waits: ReadonlyMap<number, number>,
): Pick<LoopbackRun, "returnedIn" | "failed"> | null {
  const merged = runOf(mergedFile(file, addresses, waits));
  if (merged === null) return null;
  const ports = portsOf(file);
  const before = outcomes(original, ports);
  const after = outcomes(merged, ports);
  const isSame =
    file.steps.every((_, at) => before.get(at)?.text === after.get(at)?.text) &&
    statesOf(original) === statesOf(merged);
  if (!isSame) return null;
  return {
    returnedIn: new Map([...after].map(([at, { returnedIn }]) => [at, returnedIn])),
    failed: new Map(
      [...after].flatMap(([at, { errno }]) => (errno === null ? [] : [[at, errno] as const])),
    ),
  };
}

const MACHINE = "machine";

function mergedFile(
  file: SimulationFile,
  addresses: ReadonlyMap<string, string>,
  waits: ReadonlyMap<number, number>,
): SimulationFile {
  return {
    ...file,
    profile: "linux",
    delayMs: 0,
    hosts: { [MACHINE]: { addresses: [], settings: {}, filters: [] } },
    steps: file.steps.map((step, at) => {
      if (step.kind === "wait") return { ...step, ms: waits.get(at) ?? QUIET_MS };
      if (step.kind !== "call") return step;
      const process = hostsOwn(step.host, step.process);
      const { call } = step;
      if (!("to" in call) || call.to === null) return { ...step, host: MACHINE, process };
      const address = addresses.get(call.to.address) ?? call.to.address;
      return {
        ...step,
        host: MACHINE,
        process,
        call: { ...call, to: { ...call.to, address } },
      };
    }),
  };
}

/** Another program than that of the same name on another host, of the same user. */
function hostsOwn(host: string, process: string): string {
  const [user, name] = process.includes("@") ? process.split("@", 2) : ["root", process];
  return `${user}@${host} ${name}`;
}

interface Outcome {
  /** The same for results that a reader would call the same. */
  readonly text: string;
  readonly returnedIn: number;
  readonly errno: Errno | null;
}

function outcomes(
  { steps }: SimulationRun,
  ports: ReadonlySet<number>,
): ReadonlyMap<number, Outcome> {
  return new Map(
    steps.flatMap(({ results }, returnedIn) =>
      results.map((result) => [
        result.step - 1,
        { text: resultText(result, ports), returnedIn, errno: result.errno },
      ]),
    ),
  );
}

function resultText({ errno, value, call }: ResultReport, ports: ReadonlySet<number>): string {
  if (errno !== null) return errno;
  return call === "socket" ? "a socket" : valueText(value, ports);
}

function valueText(value: CallValue, ports: ReadonlySet<number>): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  // Ephemeral ports are another machine's.
  const portText = ({ port }: SocketAddress) => (ports.has(port) ? String(port) : "a port");
  if ("fd" in value) return portText(value.peer);
  if ("data" in value) return `${JSON.stringify(value.data)} ${portText(value.from)}`;
  return portText(value);
}

/** Ports that the file names, and 0. */
export function portsOf({ steps }: SimulationFile): ReadonlySet<number> {
  return new Set([0, ...steps.flatMap((step) => addressIn(step)?.port ?? [])]);
}

function statesOf({ steps }: SimulationRun): string {
  return Object.values(steps.at(-1)?.sockets ?? {})
    .flat()
    .map(({ protocol, state }) => `${protocol} ${state ?? ""}`)
    .toSorted()
    .join(", ");
}
