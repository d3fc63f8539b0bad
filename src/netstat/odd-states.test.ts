import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { DIALECTS } from "./dialects.ts";
import { explainer } from "./explain.ts";
import { capture } from "./listing.fixture.ts";
import type { OddityId } from "./oddities.ts";

function odditiesOf(text: string): readonly OddityId[] {
  const listing = decode(text);
  const { explain } = explainer(listing);
  return Array.from({ length: listing.rowCount }, (_, row) => explain(row)).flatMap((row) =>
    row.oddities.map(({ id }) => id),
  );
}

describe("UDP in LISTEN is marked", () => {
  test.each([
    "udp 0 0 0.0.0.0:53 0.0.0.0:* LISTEN",
    "udp6 0 0 :::53 :::* LISTENING",
    "udp LISTEN 0 0 0.0.0.0:53 0.0.0.0:*",
  ])("%s", (line) => {
    expect(odditiesOf(line)).toEqual(["udp-listens"]);
  });

  test.each([
    ["without a state", "udp 0 0 0.0.0.0:53 0.0.0.0:*"],
    ["that ss calls UNCONN", "udp UNCONN 0 0 0.0.0.0:53 0.0.0.0:*"],
    ["with a peer", "udp 0 0 192.0.2.1:51820 198.51.100.7:53 ESTABLISHED"],
    ["on Windows", "  UDP    0.0.0.0:500            *:*                                    3120"],
    [
      "in /proc/net",
      "  91: 00000000:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 21277 2 0000000000000000 0",
    ],
  ])("but not UDP %s", (_, line) => {
    expect(decode(line).rowCount).toBe(1);
    expect(odditiesOf(line)).toEqual([]);
  });
});

test("LISTEN in a row of UDP is said to be TCP's", () => {
  const { explain } = explainer(decode("udp 0 0 0.0.0.0:53 0.0.0.0:* LISTEN"));
  const state = explain(0).fields.find(({ field }) => field === "state");
  expect(state?.meaning).toBe(
    "LISTEN is a word for a state of TCP. UDP has no connections, so a UDP socket has no such state.",
  );
});

describe("LISTENING is marked where the tool says LISTEN", () => {
  test.each([
    "tcp 0 0 127.0.0.1:3306 0.0.0.0:* LISTENING",
    "tcp LISTENING 0 128 0.0.0.0:22 0.0.0.0:*",
    "tcp4       0      0  *.22                   *.*                    LISTENING",
  ])("%s", (line) => {
    expect(odditiesOf(line)).toEqual(["word-of-another-tool"]);
  });

  test.each([
    ["Windows", "  TCP    0.0.0.0:135   0.0.0.0:0   LISTENING   1104"],
    ["LISTEN", "tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN"],
    ["LISTEN in Swedish", "tcp 0 0 0.0.0.0:22 0.0.0.0:* LYSSNAR"],
    [
      "a UNIX-domain socket",
      "tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN\nunix  2      [ ACC ]     STREAM     LISTENING     87600    /run/demo.sock",
    ],
  ])("but not %s", (_, text) => {
    expect(decode(text).rowCount).toBe(1);
    expect(odditiesOf(text)).toEqual([]);
  });
});

const LISTENERS = (["tcp", "udp"] as const).map((protocol) => ({
  protocol,
  family: 4 as const,
  local: { address: "192.0.2.10", zone: null, port: 8053, service: null },
  peer: null,
  state: protocol === "tcp" ? ("LISTEN" as const) : null,
  recvQ: 0,
  sendQ: 0,
  processes: [{ pid: 801, name: "named", user: "root", fd: 3 }],
}));

test.each(DIALECTS.map((dialect) => [dialect.id, dialect] as const))(
  "what %s itself prints of listeners is not marked",
  (_, dialect) => {
    const text = dialect.print(LISTENERS);
    expect(decode(text).rowCount).toBeGreaterThan(0);
    expect(odditiesOf(text)).toEqual([]);
  },
);

test.each(["netstat-an", "netstat-aneep", "bb-netstat-an", "netstat-tulpn", "ss-a", "ss-tulpn"])(
  "nothing in the recorded %s is marked",
  (file) => {
    const found = odditiesOf(capture(`recorded/every-kind/${file}.txt`));
    expect(found.filter((id) => /listens|word/.test(id))).toEqual([]);
  },
);
