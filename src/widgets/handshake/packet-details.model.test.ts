import { describe, expect, test } from "vitest";
import { SCENARIOS } from "#simulator/scenarios";
import type { PacketStory } from "#simulator/timeline";
import { packetFrame } from "./packet-details.model.ts";
import { ALL_RUNS, runOfScenario, strangeAddresses, textsIn } from "./run.fixture.ts";

const frameOf = (id: string, which: (story: PacketStory) => boolean) => {
  const run = runOfScenario(id);
  const story = run.packets.find(which);
  if (story === undefined) throw new Error(`No such packet in ${id}`);
  return packetFrame(run, story, "relative");
};

const isFlags = (flags: string) => (story: PacketStory) => story.report.flags === flags;

describe("a packet's numbers", () => {
  test("a SYN takes one number, the sender's first", () => {
    const { numbers } = frameOf("open-and-close", isFlags("SYN"));
    expect(numbers?.takes).toEqual([{ what: "SYN", count: 1 }]);
    expect(numbers?.takesWords).toBe("Together one number: the next that follows is 1.");
    expect(numbers?.rows.map(({ name, relative, words }) => [name, relative, words])).toEqual([
      ["Sequence number", "0", "The SYN itself is number 0: A begins to count here."],
      ["Acknowledgment number", "none", "The ACK flag is off: A says nothing of what it has."],
      [
        "A's initial number",
        "0",
        "The number of A's SYN. A chose it; relative numbers count from it.",
      ],
    ]);
    expect(numbers?.window).toBe(
      "The window is 64240: A has room for 64240 bytes. A SYN's window is never scaled.",
    );
  });

  test("an ACK alone takes none", () => {
    const { numbers } = frameOf("open-and-close", isFlags("ACK"));
    expect(numbers?.takes).toEqual([]);
    expect(numbers?.takesWords).toBe("Nothing in it takes a number: 1 is still free.");
    expect(numbers?.rows[1]?.words).toBe(
      "“I have everything of B's up to number 0, which is B's SYN; next I want number 1.”",
    );
  });

  test("each byte takes one, and so does a FIN", () => {
    expect(frameOf("open-and-close", isFlags("PSH,ACK")).numbers?.takes).toEqual([
      { what: "5 bytes", count: 5 },
    ]);
    expect(frameOf("open-and-close", isFlags("FIN,ACK")).numbers?.takes).toEqual([
      { what: "FIN", count: 1 },
    ]);
  });

  test("a window is scaled as both SYNs agreed", () => {
    expect(frameOf("open-and-close", isFlags("PSH,ACK")).numbers?.window).toBe(
      "The window is 64 × 1024 = 65536: A has room for 65536 bytes.",
    );
  });

  test("UDP has none", () => {
    const { numbers, uncounted } = frameOf("udp-lost", isFlags("UDP"));
    expect(numbers).toBeNull();
    expect(uncounted).toMatch(/^UDP numbers nothing/);
  });
});

describe("a packet's bytes", () => {
  test("are told field by field, header after header", () => {
    const { layers, bytes } = frameOf("open-and-close", isFlags("PSH,ACK"));
    expect(layers.map(({ name, fields }) => [name, fields[0]?.from, fields.at(-1)?.to])).toEqual([
      ["IPv4 header", 0, 20],
      ["TCP header", 20, 40],
      ["Data", 40, 45],
    ]);
    expect(bytes).toHaveLength(45);
    const ports = layers[1]?.fields.slice(0, 2).map(({ name, value }) => [name, value]);
    expect(ports).toEqual([
      ["Source port", "46730"],
      ["Destination port", "8080"],
    ]);
  });

  test("an ICMP error holds the headers of the packet that it is about", () => {
    const { layers } = frameOf("udp-to-nobody", isFlags("ICMP"));
    expect(layers.map(({ name }) => name).slice(0, 4)).toEqual([
      "IPv4 header",
      "ICMP header",
      "Quoted: IPv4 header",
      "Quoted: UDP header",
    ]);
  });

  test("a raw socket is handed the IP header, the kernel's TCP what follows, a program the data", () => {
    const { handed } = frameOf("open-and-close", isFlags("PSH,ACK"));
    expect(handed.map(({ key, from, to }) => [key, from, to])).toEqual([
      ["raw", 0, 45],
      ["kernel", 20, 45],
      ["program", 40, 45],
    ]);
  });

  test("a raw socket that is there is named", () => {
    expect(frameOf("raw-copy", isFlags("SYN")).handed[0]?.who).toBe(
      "B's raw socket, which gets a copy",
    );
  });

  test.each(ALL_RUNS)("every byte of %s belongs to a field, and every bit to one", (_, run) => {
    for (const story of run().packets) {
      const frame = packetFrame(run(), story, "relative");
      const fields = frame.layers.flatMap((layer) => layer.fields);
      expect(fields.reduce((sum, { bits }) => sum + bits, 0)).toBe(frame.bytes.length * 8);
      for (const [at, field] of fields.entries()) {
        const next = fields[at + 1];
        expect(field.to).toBeGreaterThan(field.from);
        expect(next === undefined || next.from === field.to || next.from === field.to - 1).toBe(
          true,
        );
      }
      const keys = fields.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const text of textsIn(frame)) {
        expect(text).not.toMatch(/undefined|null|NaN|\[object/);
        expect(strangeAddresses(text)).toEqual([]);
      }
    }
  });

  test("the library has packets of each kind", () => {
    const kinds = new Set(
      SCENARIOS.flatMap(({ id }) => runOfScenario(id).packets.map(({ packet }) => packet.kind)),
    );
    expect([...kinds]).toEqual(expect.arrayContaining(["tcp", "udp", "icmp"]));
  });
});
