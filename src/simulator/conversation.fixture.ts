/** A connection between A and B for tests, and what went over the wire written as the measurements were. */
import { type Packet, segmentLength } from "./packet.ts";
import { Program } from "./program.fixture.ts";
import { relative } from "./sequence.ts";
import type { Profile } from "./world.ts";

export class Conversation extends Program {
  a = -1;
  b = -1;
  #seen = 0;

  constructor(profile: Profile = "linux") {
    super({ profile });
  }

  /** Establishes it from A to B's port 8080; the listener is closed again. */
  begin({ receiveBuffer }: { receiveBuffer?: number } = {}): this {
    const listener = this.open("B");
    if (receiveBuffer !== undefined)
      this.says("B", {
        name: "setsockopt",
        fd: listener,
        option: { name: "SO_RCVBUF", value: receiveBuffer },
      });
    this.bind("B", listener, "*", 8080);
    this.says("B", { name: "listen", fd: listener, backlog: 5 });
    this.a = this.open("A");
    this.connect("A", this.a, "10.0.0.2", 8080);
    this.pass();
    this.b = this.accept("B", listener);
    this.says("B", { name: "close", fd: listener });
    this.#seen = this.sent.length;
    return this;
  }

  /** The descriptor that accept() gives. */
  accept(host: "A" | "B", listener: number): number {
    const value = this.call(host, { name: "accept", fd: listener })?.value;
    if (value === null || typeof value !== "object" || !("fd" in value))
      throw new Error(`accept() gave ${JSON.stringify(value)}`);
    return value.fd;
  }

  send(host: "A" | "B", data: string): unknown {
    return this.says(host, { name: "send", fd: host === "A" ? this.a : this.b, data });
  }

  receive(host: "A" | "B", size = 65_536): unknown {
    return this.says(host, { name: "recv", fd: host === "A" ? this.a : this.b, size });
  }

  close(host: "A" | "B"): unknown {
    return this.says(host, { name: "close", fd: host === "A" ? this.a : this.b });
  }

  shutdown(host: "A" | "B", how: "read" | "write" | "both"): unknown {
    return this.says(host, { name: "shutdown", fd: host === "A" ? this.a : this.b, how });
  }

  state(host: "A" | "B"): string {
    const states = this.effects.flatMap((effect) =>
      effect.kind === "state" && effect.host === host && effect.to !== "LISTEN" ? [effect.to] : [],
    );
    return states.at(-1) ?? "CLOSED";
  }

  /** What was sent since it was last asked: ">PA 1/1 5" is five bytes from A with PSH and ACK, relative numbers. */
  said(): readonly string[] {
    const all = this.sent;
    const first = new Map<string, number>();
    const lines = all.map((packet) => written(packet, first));
    const fresh = lines.slice(this.#seen);
    this.#seen = all.length;
    return fresh;
  }
}

function written(packet: Packet, first: Map<string, number>): string {
  if (packet.kind !== "tcp") return packet.kind;
  const { from, to, seq, ack, flags, data } = packet;
  const key = `${from.address} ${from.port} ${to.address} ${to.port}`;
  const back = `${to.address} ${to.port} ${from.address} ${from.port}`;
  if (flags.syn) first.set(key, seq);
  const letters = `${flags.syn ? "S" : ""}${flags.fin ? "F" : ""}${flags.rst ? "R" : ""}${flags.psh ? "P" : ""}${flags.ack ? "A" : ""}`;
  const numbers = `${relative(seq, first.get(key) ?? 0)}/${flags.ack ? relative(ack, first.get(back) ?? 0) : "-"}`;
  const length = segmentLength(packet) === 0 || data.length === 0 ? "" : ` ${data.length}`;
  return `${from.address === "10.0.0.1" ? ">" : "<"}${letters} ${numbers}${length}`;
}
