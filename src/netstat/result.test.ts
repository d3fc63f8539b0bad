import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { explainer } from "./explain.ts";
import { resultOf, resultText } from "./result.ts";

const TEXT = `$ ss -tanp
State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0      511    [::]:80            [::]:*            users:(("nginx",pid=7,fd=6),("nginx",pid=8,fd=6))
ESTAB  0      0      192.0.2.10:80      198.51.100.7:50000
what is this?`;

const read = (text: string) => {
  const listing = decode(text);
  return { listing, explain: explainer(listing) };
};

const result = (text: string) => {
  const { listing, explain } = read(text);
  return resultOf(listing, explain);
};

describe("a listing as data", () => {
  test("has blocks, entries and a kind for every line", () => {
    const { blocks, lines } = result(TEXT);
    expect(blocks).toEqual([{ tool: "ss", os: "Linux", confidence: "certain" }]);
    expect(lines.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      "1 prompt",
      "2 heading",
      "3 socket",
      "4 socket",
      "5 noise",
    ]);
  });

  test("gives a listener no peer, its first owner, and all of them", () => {
    expect(result(TEXT).entries[0]).toEqual({
      line: 3,
      protocol: "tcp",
      family: 6,
      local: { address: "*", zone: null, port: 80, service: null },
      peer: null,
      state: "LISTEN",
      process: { pid: 7, name: "nginx" },
      processes: [
        { pid: 7, name: "nginx" },
        { pid: 8, name: "nginx" },
      ],
      truncated: [],
      role: "listener",
      exposure: "all",
    });
  });

  test("gives a connection its peer, and nobody new to reach it", () => {
    expect(result(TEXT).entries[1]).toMatchObject({
      peer: { address: "198.51.100.7", zone: null, port: 50000, service: null },
      state: "ESTABLISHED",
      process: null,
      processes: [],
      role: "server",
      exposure: null,
    });
  });

  test("is empty for an empty text", () => {
    expect(result("")).toEqual({ blocks: [], entries: [], lines: [] });
  });
});

describe("the same as JSON, in pieces", () => {
  test.each([TEXT, "", "nothing of use"])("is the same data", (text) => {
    const { listing, explain } = read(text);
    const json = [...resultText(listing, explain)].join("");
    expect(JSON.parse(json)).toEqual(resultOf(listing, explain));
  });

  test("holds those rows alone that are asked for, in their order, and their lines", () => {
    const { listing, explain } = read(TEXT);
    const { entries, lines } = JSON.parse([...resultText(listing, explain, [1, 0])].join(""));
    const whole = resultOf(listing, explain);
    expect(entries).toEqual([whole.entries[1], whole.entries[0]]);
    expect(lines).toEqual([whole.lines[3], whole.lines[2]]);
  });

  test("holds no character that a terminal obeys", () => {
    const { listing, explain } = read(
      'LISTEN 0 5 0.0.0.0:80 0.0.0.0:* users:(("a\u009b31m\u202eb\u{e0001}",pid=7,fd=6))',
    );
    const json = [...resultText(listing, explain)].join("");
    expect(listing.rowCount).toBe(1);
    expect(json).toMatch(/^[\n -~]+$/);
    expect(JSON.parse(json)).toEqual(resultOf(listing, explain));
  });
});
