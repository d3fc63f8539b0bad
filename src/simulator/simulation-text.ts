/**
 * A simulation as a person reads it: each step, what was sent, what returned, and the sockets of the hosts where they
 * changed. Times are seconds since the beginning. One line an entry, so that a screen reader can follow it too.
 */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import type { CallValue } from "./calls.ts";
import type { FileStep, SimulationFile } from "./simulation-file.ts";
import type {
  CallReport,
  ResultReport,
  SegmentReport,
  SimulationRun,
  StepReport,
} from "./simulation-report.ts";
import { addressText, dataText, stepWords, whoText } from "./step-words.ts";

export function* simulationText(
  file: SimulationFile,
  { steps }: Pick<SimulationRun, "steps">,
): Generator<string> {
  const hosts = Object.entries(file.hosts).map(
    ([name, { addresses }]) => `${name} (${addresses.join(", ")})`,
  );
  yield `${hosts.join(" and ")}; ${file.delayMs} ms each way; ${file.profile === "rfc" ? "by RFC 9293 alone" : "as Linux does it"}.`;
  yield "Sequence numbers count from each side's own beginning. Sockets are shown where they changed.";
  let before: StepReport["sockets"] = {};
  for (const [index, step] of file.steps.entries()) {
    const report = steps[index];
    if (report === undefined) return;
    yield "";
    yield* stepText(step, index + 1, report);
    yield* socketsText(report.sockets, before);
    before = report.sockets;
  }
}

function* stepText(step: FileStep, number: number, report: StepReport): Generator<string> {
  const own = report.results.find((result) => result.step === number);
  const outcome =
    own === undefined
      ? report.waiting.some((call) => call.step === number)
        ? " waits"
        : ""
      : ` ${outcomeText(own)}`;
  yield `${number}. ${stepWords(step)}${outcome}`;
  for (const segment of report.segments) yield `   ${segmentText(segment)}`;
  for (const result of report.results)
    if (result !== own)
      yield `   ${secondsText(result.t)} ${callText(result)} ${outcomeText(result)}`;
  for (const note of report.notes) yield `   ${note}`;
}

function* socketsText(
  sockets: StepReport["sockets"],
  before: StepReport["sockets"],
): Generator<string> {
  for (const [host, entries] of Object.entries(sockets)) {
    const rows = entries.map(entryText);
    const old = (before[host] ?? []).map(entryText);
    if (rows.join("\n") === old.join("\n")) continue;
    if (rows.length === 0) yield `   ${host} has no sockets in its table.`;
    for (const row of rows) yield `   ${host} | ${row}`;
  }
}

/** "0.020 B:8080 > A:40000 SYN,ACK seq 0 ack 1". */
export function segmentText(segment: SegmentReport): string {
  const { t, from, to, flags, seq, ack, length, fate, icmp, isRetransmission } = segment;
  return [
    `${secondsText(t)} ${from} > ${to} ${flags}`,
    ...(icmp === null ? [] : [`type ${icmp.type} code ${icmp.code}`]),
    ...(seq === null ? [] : [`seq ${seq}`]),
    ...(ack === null ? [] : [`ack ${ack}`]),
    ...(length === 0 ? [] : [`${length} ${length === 1 ? "byte" : "bytes"}`]),
    ...(isRetransmission ? ["again"] : []),
    ...(fate === "sent" ? [] : [fate.toUpperCase()]),
  ].join(" ");
}

const secondsText = (seconds: number) => seconds.toFixed(3);

function callText({ step, host, process, call, on }: CallReport): string {
  return `${whoText(host, process)} ${call}(${on ?? ""}) of step ${step}`;
}

function outcomeText({ errno, value, as, call }: ResultReport): string {
  if (errno !== null) return `-> ${errno}`;
  const named = as === null || call === "fork" ? "" : `, called ${as}`;
  return `-> ${valueText(value)}${named}`;
}

function valueText(value: CallValue): string {
  if (value === null) return "ok";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return dataText(value);
  if ("fd" in value) return `${value.fd}, from ${addressText(value.peer)}`;
  if ("data" in value) {
    const cut = value.cut === 0 ? "" : `, ${value.cut} bytes cut off`;
    return `${dataText(value.data)} from ${addressText(value.from)}${cut}`;
  }
  return addressText(value);
}

function entryText({
  protocol,
  family,
  local,
  peer,
  state,
  recvQ,
  sendQ,
  processes,
}: SocketEntry): string {
  const who = processes.map(({ name, pid, fd }) => `${name ?? "?"} ${pid ?? "?"}/${fd ?? "?"}`);
  return [
    `${protocol}${family === 6 || family === "46" ? "6" : ""}`,
    state ?? "-",
    `${recvQ ?? 0}/${sendQ ?? 0}`,
    endpointText(local),
    peer === null ? "-" : endpointText(peer),
    who.length === 0 ? "no process" : who.join(", "),
  ].join("  ");
}

function endpointText({ address, port }: SocketEndpoint): string {
  return addressText({ address, port: port ?? 0 });
}
