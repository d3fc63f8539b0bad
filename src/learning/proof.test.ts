import { describe, expect, test } from "vitest";
import { rangeOf } from "#net/port-range";
import type { Port } from "#net/port";
import { servicesOn } from "#net/services";
import { decode } from "#netstat/decode";
import { explainer } from "#netstat/explain";
import { unixSocketOf } from "#netstat/unix-socket";
import { SCENARIOS } from "#simulator/scenarios";
import { MISCONCEPTIONS, type MisconceptionId } from "./misconception.ts";
import { PROOF_MOMENTS } from "./proof-moments.ts";
import { PROOF_LISTINGS, proofListing } from "./proof-listings.ts";
import { proofAgainst, proofsAgainst } from "./proof.ts";

const BELIEFS = Object.keys(MISCONCEPTIONS) as MisconceptionId[];

test.each(BELIEFS)("%s is seen to be wrong somewhere", (belief) => {
  const [first] = proofsAgainst(belief);
  expect(first).toBeDefined();
  expect(proofAgainst(belief)).toEqual(first);
});

const PROOFS = BELIEFS.flatMap((belief) =>
  proofsAgainst(belief).map((proof) => ({ belief, proof })),
);

test("each run is there, and names the belief", () => {
  const amiss = PROOFS.filter(
    ({ belief, proof }) =>
      proof.kind === "run" &&
      !SCENARIOS.some(({ id, disproves }) => id === proof.scenario && disproves.includes(belief)),
  );
  expect(amiss).toEqual([]);
});

test("where a run is the proof, the one to show has the moment", () => {
  const amiss = BELIEFS.filter((belief) => {
    const proof = proofAgainst(belief);
    return proof?.kind === "run" && proof.at === null;
  });
  expect(amiss).toEqual([]);
});

test("no moment is of a run that says nothing of its belief", () => {
  const runs = PROOFS.filter(({ proof }) => proof.kind === "run" && proof.at !== null);
  expect(runs.map(({ belief }) => belief).toSorted()).toEqual(
    Object.keys(PROOF_MOMENTS).toSorted(),
  );
});

test("each listing is there, and none is there for nothing", () => {
  const named = PROOFS.flatMap(({ proof }) => (proof.kind === "listing" ? [proof.listing] : []));
  expect(named.toSorted()).toEqual(PROOF_LISTINGS.map(({ id }) => id).toSorted());
  expect(proofListing("no-such")).toBeNull();
});

test("a run goes before anything else", () => {
  expect(proofAgainst("ping-has-port")).toEqual({
    kind: "run",
    scenario: "ping-without-port",
    title: "Ping asks for no port",
    belief: "ping-has-port",
    at: 3,
  });
});

test.each(["8080-is-system", "ephemeral-above-1023"] as const)(
  "%s leads to the page of a port in the User Ports",
  (id) => {
    const proof = proofAgainst(id);
    expect(proof?.kind === "port" && rangeOf(proof.port as Port).id).toBe("user");
  },
);

test.each([
  ["https-tcp-only", 443, { transports: ["tcp", "udp"] }],
  ["habit-is-registration", 8888, { registration: { kind: "habit", instead: "ddi-tcp-1" } }],
] as const)("%s leads to port %i, whose page says otherwise", (belief, port, said) => {
  expect(proofAgainst(belief)).toEqual({ kind: "port", port });
  expect(servicesOn(port as Port)[0]).toMatchObject(said);
});

describe("a listing holds the rows that it is shown for", () => {
  const textOf = (id: string) => proofListing(id)?.text ?? "";
  const rowsOf = (id: string) => {
    const listing = decode(textOf(id));
    return Array.from({ length: listing.rowCount }, (_, at) => listing.row(at));
  };

  test.each(PROOF_LISTINGS)("$id is read whole", ({ text, notice }) => {
    const listing = decode(text);
    const lines = Array.from({ length: listing.lineCount }, (_, at) => listing.fate(at + 1).kind);
    expect(lines.filter((kind) => kind === "noise" || kind === "unreadable")).toEqual([]);
    for (const sentence of notice) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test("a ping socket of user 65534, and no raw one", () => {
    const rows = rowsOf("ping-without-root");
    expect(rows.map(({ entry }) => entry.protocol)).toEqual(["icmp"]);
    expect(rows[0]?.text).toContain(" 65534 ");
    const { explain } = explainer(decode(textOf("ping-without-root")));
    expect(explain(0).sentence).toContain("with the identifier 41597");
  });

  test("sockets of three types with a file's name", () => {
    const sockets = textOf("streams-without-tcp").split("\n").map(unixSocketOf);
    expect(sockets.flatMap((socket) => (socket === null ? [] : [socket.type]))).toEqual([
      "stream",
      "dgram",
      "seqpacket",
    ]);
    expect(rowsOf("streams-without-tcp")).toEqual([]);
  });

  test("one row, nameless and named", () => {
    const [nameless, named] = rowsOf("name-for-root-alone").map(({ entry }) => entry);
    expect(nameless?.processes).toEqual([]);
    expect(named?.processes).toMatchObject([{ pid: 19110, name: "python3" }]);
    expect({ ...named, processes: [] }).toEqual(nameless);
  });

  test("a client of port 8080, and no such port at the server", () => {
    const listing = decode(textOf("answer-without-row"));
    const rows = rowsOf("answer-without-row").map(({ entry: { local, peer, state } }) => [
      state,
      `${local.address}:${local.port}`,
      peer === null ? null : `${peer.address}:${peer.port}`,
    ]);
    expect(listing.blocks.map(({ rowCount }) => rowCount)).toEqual([1, 1, 2]);
    expect(rows).toEqual([
      ["ESTABLISHED", "192.0.2.20:50736", "192.0.2.10:8080"],
      ["LISTEN", "*:22", null],
      ["LISTEN", "*:80", null],
      ["ESTABLISHED", "172.17.0.2:80", "192.0.2.20:50736"],
    ]);
  });
});
