/**
 * RFC 9293's figures 6 to 13, line by line. A line has what the RFC prints: the state at A after it, the segment, the
 * state at B after it. "..." on one side: the segment stays in the network, or comes out of it. Every segment is held
 * until its line lets it arrive, so that nothing happens between the lines.
 */
import { describe, expect, test } from "vitest";
import { Conversation } from "./conversation.fixture.ts";
import * as intTable from "./int-table.ts";
import type { Packet } from "./packet.ts";
import type { HostName } from "./world.ts";

const A = "10.0.0.1";
const B = "10.0.0.2";
const HOLD_ALL = {
  kind: "rule",
  match: { from: null, to: null, what: null },
  nth: 0,
  fate: { kind: "hold" },
} as const;

type Line = readonly [left: string | null, segment: string, right: string | null];

class Figure extends Conversation {
  readonly printed: Line[] = [];
  readonly came: Line[] = [];

  constructor(iss: Readonly<Record<"A" | "B", readonly number[]>>) {
    super("rfc");
    this.take({ kind: "setting", host: "A", settings: { iss: iss.A } });
    this.take({ kind: "setting", host: "B", settings: { iss: iss.B } });
  }

  hold(): void {
    this.take(HOLD_ALL);
  }

  /** A connection from A's port 4000 to B's 8080: both numbers are one more than the initial ones. */
  established(): { a: number; b: number } {
    const listener = this.listen("B", 8080);
    const a = this.open("A");
    this.bind("A", a, A, 4000);
    this.connect("A", a, B, 8080);
    this.pass();
    const b = this.accept("B", listener);
    this.says("B", { name: "close", fd: listener });
    this.hold();
    return { a, b };
  }

  /** The state that a figure shows: of the connection, else of the listener. */
  override state(host: HostName): string {
    const states = [...intTable.entries(this.world.hosts[host]!.sockets)].flatMap(([, socket]) =>
      socket.type === "stream" ? [socket.state] : [],
    );
    return (
      states.find((state) => state !== "LISTEN" && state !== "CLOSED") ??
      states.find((state) => state === "LISTEN") ??
      "CLOSED"
    );
  }

  /** Lets a figure's line happen, and keeps what came out; a state that the line leaves open stays null. */
  line(left: string | null, segment: string, right: string | null): void {
    this.printed.push([left, segment, right]);
    this.came.push(this.#happen(left, segment, right));
  }

  #happen(left: string | null, segment: string, right: string | null): Line {
    const [from, text, to] = segment.split(" ") as [string, string, string];
    const sender: HostName = from === "-->" || to === "-->" ? "A" : "B";
    const held = [...intTable.entries(this.world.wire.inFlight)].map(([, flight]) => flight);
    const flight = held.find((one) => one.from === sender && written(one.packet) === text);
    if (flight === undefined) return [null, held.map(({ packet }) => written(packet)).join(), null];
    const arrives = sender === "A" ? to === "-->" : from === "<--";
    if (arrives) this.take({ kind: "touch", packet: flight.id, fate: { kind: "arrive" } });
    return [left && this.state("A"), segment, right && this.state("B")];
  }

  get inNetwork(): number {
    return intTable.size(this.world.wire.inFlight);
  }
}

/** As the RFC writes a segment; it does not show PSH. */
function written(packet: Packet): string {
  if (packet.kind !== "tcp") return packet.kind;
  const { seq, ack, flags, data } = packet;
  const control = (["syn", "fin", "rst", "ack"] as const).filter((flag) => flags[flag]);
  const parts = [
    `SEQ=${seq}`,
    ...(flags.ack ? [`ACK=${ack}`] : []),
    ...(data.length > 0 ? [`DATA=${data.length}`] : []),
    `CTL=${control.join(",").toUpperCase()}`,
  ];
  return parts.map((part) => `<${part}>`).join("");
}

describe("RFC 9293", () => {
  test("Figure 6: basic three-way handshake", () => {
    const figure = new Figure({ A: [100], B: [300] });
    figure.hold();
    figure.listen("B", 8080);
    const a = figure.open("A");
    expect([figure.state("A"), figure.state("B")]).toEqual(["CLOSED", "LISTEN"]);
    figure.connect("A", a, B, 8080);
    figure.line("SYN-SENT", "--> <SEQ=100><CTL=SYN> -->", "SYN-RECEIVED");
    figure.line("ESTABLISHED", "<-- <SEQ=300><ACK=101><CTL=SYN,ACK> <--", "SYN-RECEIVED");
    figure.line("ESTABLISHED", "--> <SEQ=101><ACK=301><CTL=ACK> -->", "ESTABLISHED");
    figure.says("A", { name: "send", fd: a, data: "data" });
    figure.line("ESTABLISHED", "--> <SEQ=101><ACK=301><DATA=4><CTL=ACK> -->", "ESTABLISHED");
    expect(figure.came).toEqual(figure.printed);
  });

  test("Figure 7: simultaneous connection synchronization", () => {
    const figure = new Figure({ A: [100], B: [300] });
    figure.hold();
    const [a, b] = [figure.open("A"), figure.open("B")];
    figure.bind("A", a, A, 5000);
    figure.bind("B", b, B, 6000);
    figure.connect("A", a, B, 6000);
    figure.line("SYN-SENT", "--> <SEQ=100><CTL=SYN> ...", "CLOSED");
    figure.connect("B", b, A, 5000);
    figure.line("SYN-RECEIVED", "<-- <SEQ=300><CTL=SYN> <--", "SYN-SENT");
    figure.line(null, "... <SEQ=100><CTL=SYN> -->", "SYN-RECEIVED");
    figure.line("SYN-RECEIVED", "--> <SEQ=100><ACK=301><CTL=SYN,ACK> ...", null);
    figure.line("ESTABLISHED", "<-- <SEQ=300><ACK=101><CTL=SYN,ACK> <--", "SYN-RECEIVED");
    figure.line(null, "... <SEQ=100><ACK=301><CTL=SYN,ACK> -->", "ESTABLISHED");
    expect(figure.inNetwork).toBe(0);
    expect(figure.came).toEqual(figure.printed);
  });

  test("Figure 8: recovery from old duplicate SYN", () => {
    const figure = new Figure({ A: [100], B: [300, 400] });
    figure.hold();
    figure.listen("B", 8080);
    const a = figure.open("A");
    figure.bind("A", a, A, 4000);
    figure.connect("A", a, B, 8080);
    figure.line("SYN-SENT", "--> <SEQ=100><CTL=SYN> ...", "LISTEN");
    figure.take({
      kind: "inject",
      packet: syn(90, { address: A, port: 4000 }, { address: B, port: 8080 }),
    });
    expect(figure.state("B")).toBe("SYN-RECEIVED");
    figure.line("SYN-SENT", "<-- <SEQ=300><ACK=91><CTL=SYN,ACK> <--", "SYN-RECEIVED");
    figure.line("SYN-SENT", "--> <SEQ=91><CTL=RST> -->", "LISTEN");
    figure.line("SYN-SENT", "... <SEQ=100><CTL=SYN> -->", "SYN-RECEIVED");
    figure.line("ESTABLISHED", "<-- <SEQ=400><ACK=101><CTL=SYN,ACK> <--", "SYN-RECEIVED");
    figure.line("ESTABLISHED", "--> <SEQ=101><ACK=401><CTL=ACK> -->", "ESTABLISHED");
    expect(figure.inNetwork).toBe(0);
    expect(figure.came).toEqual(figure.printed);
  });

  test("Figure 9: half-open connection discovery", () => {
    const figure = new Figure({ A: [99, 400], B: [299] });
    const { b } = figure.established();
    reboot(figure);
    expect([figure.state("A"), figure.state("B")]).toEqual(["CLOSED", "ESTABLISHED"]);
    const again = figure.open("A");
    figure.bind("A", again, A, 4000);
    figure.connect("A", again, B, 8080);
    figure.line("SYN-SENT", "--> <SEQ=400><CTL=SYN> -->", null);
    figure.line("SYN-SENT", "<-- <SEQ=300><ACK=100><CTL=ACK> <--", "ESTABLISHED");
    figure.line("SYN-SENT", "--> <SEQ=100><CTL=RST> -->", "CLOSED");
    expect(figure.says("B", { name: "recv", fd: b, size: 1 })).toBe("ECONNRESET");
    expect(figure.inNetwork).toBe(0);
    figure.pass(1500);
    figure.line("SYN-SENT", "--> <SEQ=400><CTL=SYN> -->", null);
    expect(figure.came).toEqual(figure.printed);
  });

  test("Figure 10: active side causes half-open connection discovery", () => {
    const figure = new Figure({ A: [99], B: [299] });
    const { b } = figure.established();
    reboot(figure);
    figure.says("B", { name: "send", fd: b, data: "0123456789" });
    figure.line("CLOSED", "<-- <SEQ=300><ACK=100><DATA=10><CTL=ACK> <--", "ESTABLISHED");
    figure.line("CLOSED", "--> <SEQ=100><CTL=RST> -->", "CLOSED");
    expect(figure.says("B", { name: "recv", fd: b, size: 1 })).toBe("ECONNRESET");
    expect(figure.came).toEqual(figure.printed);
  });

  test("Figure 11: old duplicate SYN initiates a reset on two passive sockets", () => {
    const figure = new Figure({ A: [], B: [7000] });
    figure.hold();
    figure.listen("A", 4000);
    figure.listen("B", 8080);
    figure.take({
      kind: "inject",
      packet: syn(5000, { address: A, port: 4000 }, { address: B, port: 8080 }),
    });
    expect([figure.state("A"), figure.state("B")]).toEqual(["LISTEN", "SYN-RECEIVED"]);
    figure.line("LISTEN", "<-- <SEQ=7000><ACK=5001><CTL=SYN,ACK> <--", "SYN-RECEIVED");
    figure.line("LISTEN", "--> <SEQ=5001><CTL=RST> -->", "LISTEN");
    expect(figure.inNetwork).toBe(0);
    expect(figure.came).toEqual(figure.printed);
  });

  test("Figure 12: normal close sequence", () => {
    const figure = new Figure({ A: [99], B: [299] });
    const { a, b } = figure.established();
    figure.says("A", { name: "close", fd: a });
    figure.line("FIN-WAIT-1", "--> <SEQ=100><ACK=300><CTL=FIN,ACK> -->", "CLOSE-WAIT");
    figure.line("FIN-WAIT-2", "<-- <SEQ=300><ACK=101><CTL=ACK> <--", "CLOSE-WAIT");
    figure.says("B", { name: "close", fd: b });
    figure.line("TIME-WAIT", "<-- <SEQ=300><ACK=101><CTL=FIN,ACK> <--", "LAST-ACK");
    figure.line("TIME-WAIT", "--> <SEQ=101><ACK=301><CTL=ACK> -->", "CLOSED");
    figure.pass(239_000);
    expect(figure.state("A")).toBe("TIME-WAIT");
    figure.pass(2000);
    expect(figure.state("A")).toBe("CLOSED");
    expect(figure.inNetwork).toBe(0);
    expect(figure.came).toEqual(figure.printed);
  });

  test("Figure 13: simultaneous close sequence", () => {
    const figure = new Figure({ A: [99], B: [299] });
    const { a, b } = figure.established();
    figure.says("A", { name: "close", fd: a });
    figure.line("FIN-WAIT-1", "--> <SEQ=100><ACK=300><CTL=FIN,ACK> ...", "ESTABLISHED");
    figure.says("B", { name: "close", fd: b });
    expect([figure.state("A"), figure.state("B")]).toEqual(["FIN-WAIT-1", "FIN-WAIT-1"]);
    figure.line("CLOSING", "<-- <SEQ=300><ACK=100><CTL=FIN,ACK> <--", "FIN-WAIT-1");
    figure.line("CLOSING", "... <SEQ=100><ACK=300><CTL=FIN,ACK> -->", "CLOSING");
    figure.line("CLOSING", "--> <SEQ=101><ACK=301><CTL=ACK> ...", "CLOSING");
    figure.line("TIME-WAIT", "<-- <SEQ=301><ACK=101><CTL=ACK> <--", "CLOSING");
    figure.line("TIME-WAIT", "... <SEQ=101><ACK=301><CTL=ACK> -->", "TIME-WAIT");
    figure.pass(241_000);
    expect([figure.state("A"), figure.state("B")]).toEqual(["CLOSED", "CLOSED"]);
    expect(figure.inNetwork).toBe(0);
    expect(figure.came).toEqual(figure.printed);
  });
});

function syn(seq: number, from: { address: string; port: number }, to: typeof from): Packet {
  const flags = { syn: true, ack: false, fin: false, rst: false, psh: false };
  return { kind: "tcp", from, to, seq, ack: 0, flags, window: 65_535, options: {}, data: "" };
}

/** A forgets everything. */
function reboot(figure: Figure): void {
  figure.take({ kind: "power", host: "A", isUp: false });
  figure.take({ kind: "power", host: "A", isUp: true });
}
