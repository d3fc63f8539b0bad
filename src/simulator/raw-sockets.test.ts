import { describe, expect, test } from "vitest";
import { Program } from "./program.fixture.ts";
import { socketTable } from "./socket-table.ts";

const hex = (data: unknown) =>
  Array.from(String(data), (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join(" ");

describe("a raw socket (trace 31)", () => {
  test("is in the table at once, with its protocol in the port's place", () => {
    const program = new Program();
    program.open("B", "raw", { protocol: 1 });
    program.open("B", "raw", { protocol: 6 });
    expect(socketTable(program.world, "B")).toMatchObject([
      { protocol: "raw", state: null, local: { address: "*", port: 1 }, peer: null },
      { protocol: "raw", state: null, local: { address: "*", port: 6 }, peer: null },
    ]);
  });

  test("gets a copy of each packet with its IP header, and the kernel answers all the same", () => {
    const program = new Program();
    const raw = program.open("B", "raw", { protocol: 17 });
    const fd = program.open("A", "dgram");
    program.bind("A", fd, "*", 47951);
    const to = { address: "10.0.0.2", port: 7 };
    program.says("A", { name: "sendto", fd, data: "hi", to });
    program.pass();
    expect(program.sent.at(-1)).toMatchObject({ kind: "icmp", type: 3, code: 3 });
    const got = program.call("B", { name: "recvfrom", fd: raw, size: 2000 })?.value;
    expect(got).toMatchObject({ from: { address: "10.0.0.1", port: 0 }, cut: 0 });
    const bytes = hex((got as { data: string }).data);
    // As in the trace, but for the identification and its checksum: ours is 0.
    expect(bytes).toMatch(
      /^45 00 00 1e 00 00 40 00 40 11 .. .. 0a 00 00 01 0a 00 00 02 bb 4f 00 07 00 0a c8 17 68 69$/,
    );
    expect(program.says("B", { name: "recv", fd: raw, size: 9, dontWait: true })).toBe("EAGAIN");
  });

  test("wakes a call that waits, and cuts what does not fit", () => {
    const program = new Program();
    const raw = program.open("B", "raw", { protocol: 17 });
    expect(program.says("B", { name: "recvfrom", fd: raw, size: 4 })).toBe("waits");
    const fd = program.open("A", "dgram");
    program.says("A", { name: "sendto", fd, data: "hi", to: { address: "10.0.0.2", port: 7 } });
    program.pass();
    expect(program.returned("B").at(-1)).toMatchObject({ cut: 26 });
  });

  test("sends a segment that the program made", () => {
    const program = new Program();
    const raw = program.open("A", "raw", { protocol: 6 });
    // Port 1234 to 8080, sequence number 1000, header of five words, SYN.
    const header = [4, 210, 31, 144, 0, 0, 3, 232, 0, 0, 0, 0, 80, 2, 255, 255, 0, 0, 0, 0];
    const data = String.fromCharCode(...header);
    const to = { address: "10.0.0.2", port: 0 };
    expect(program.says("A", { name: "sendto", fd: raw, data, to })).toBe(20);
    expect(program.sent).toEqual([
      {
        kind: "tcp",
        from: { address: "10.0.0.1", port: 1234 },
        to: { address: "10.0.0.2", port: 8080 },
        seq: 1000,
        ack: 0,
        flags: { syn: true, ack: false, fin: false, rst: false, psh: false },
        window: 65535,
        options: {},
        data: "",
      },
    ]);
  });

  test("of ICMP sees the ping and its answer, which the kernel gives", () => {
    const program = new Program();
    const [pinger, watcher] = [
      program.open("A", "raw", { protocol: 1 }),
      program.open("B", "raw", { protocol: 1 }),
    ];
    const data = `${String.fromCharCode(8, 0, 0, 0, 0, 7, 0, 1)}ping`;
    program.says("A", { name: "sendto", fd: pinger, data, to: { address: "10.0.0.2", port: 0 } });
    program.pass();
    const first = (host: "A" | "B", fd: number) =>
      hex(program.call(host, { name: "recv", fd, size: 99, dontWait: true })?.value).slice(60);
    expect(first("B", watcher)).toMatch(/^08 00 .. .. 00 07 00 01 70 69 6e 67$/);
    expect(first("A", pinger)).toMatch(/^00 00 .. .. 00 07 00 01 70 69 6e 67$/);
  });
});
