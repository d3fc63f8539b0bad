import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { explainer } from "./explain.ts";
import { csvCell, csvText, markdownCell, markdownText } from "./export.ts";

const TEXT = `Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
tcp   LISTEN 0      511    0.0.0.0:80         0.0.0.0:*         users:(("ng|inx",pid=20,fd=6),("ng|inx",pid=21,fd=6))
tcp   ESTAB  0      36     [fe80::1]%eth0:80  [fe80::2]%eth0:50000
udp   UNCONN 0      0      *:http             *:*               users:(("=cmd()",pid=7,fd=1))
`;
const listing = decode(TEXT);
const explain = explainer(listing);

describe("CSV", () => {
  test("has the columns' names and a line for each row, ended as RFC 4180 says", () => {
    expect([...csvText(listing, explain)].join("").split("\r\n")).toEqual([
      "line,protocol,family,local_address,local_zone,local_port,peer_address,peer_zone,peer_port,state,recv_q,send_q,pid,program,user,processes,truncated,role,exposure",
      "2,tcp,4,*,,80,,,,LISTEN,0,511,20,ng|inx,,20/ng|inx; 21/ng|inx,,listener,all",
      "3,tcp,6,fe80::1,eth0,80,fe80::2,eth0,50000,ESTABLISHED,0,36,,,,,,server,",
      "4,udp,46,*,,http,,,,,0,0,7,'=cmd(),,7/=cmd(),,receiver,all",
      "",
    ]);
  });

  test("writes only the rows that are asked for, in their order", () => {
    const text = [...csvText(listing, explain, Int32Array.of(2, 0))].join("");
    expect(text.split("\r\n").map((line) => line.split(",")[0])).toEqual(["line", "4", "2", ""]);
  });

  test.each([
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@sum", "'@sum"],
    ["'quoted", "''quoted"],
    ["\t=1", "'\t=1"],
    ["", ""],
    ["192.0.2.1", "192.0.2.1"],
  ])("%j becomes %j", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  test("a cell is never a formula, and comes back as it was", () => {
    const value = fc.string({ unit: fc.constantFrom(..."=+-@'\"\t\r\n, ab1") });
    fc.assert(
      fc.property(value, (value) => {
        const cell = csvCell(value);
        const isQuoted = cell.startsWith('"');
        const text = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(isQuoted || !/[",\r\n]/.test(text)).toBe(true);
        expect(text).not.toMatch(/^[=+\-@\t\r]/);
        expect(text.replace(/^'/, "")).toBe(value);
      }),
    );
  });
});

describe("Markdown", () => {
  test("has a row for each socket, with every mark taken its meaning", () => {
    expect([...markdownText(listing, explain)].join("")).toBe(
      `| Protocol | Local | Peer | State | Program | Role | Reached from |
| --- | --- | --- | --- | --- | --- | --- |
| TCP | \\*:80 |  | LISTEN | 20/ng\\|inx; 21/ng\\|inx | listener | all |
| TCP | \\[fe80::1%eth0\\]:80 | \\[fe80::2%eth0\\]:50000 | ESTABLISHED |  | server |  |
| UDP | \\*:http |  |  | 7/=cmd\\(\\) | receiver | all |
`,
    );
  });

  test("a cell holds no line end, no unseen mark and no mark that works", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cell = markdownCell(text);
        expect(cell).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(cell.replaceAll(/\\[\\`*_{}[\]<>()#+!|~&$]/g, "")).not.toMatch(/[\\`*_<>|&[\]]/);
      }),
    );
  });
});

test("a long listing comes in pieces", () => {
  const long = decode("tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN\n".repeat(1201));
  const parts = [...csvText(long, explainer(long))];
  expect(parts.map((part) => part.split("\r\n").length - 1)).toEqual([1, 500, 500, 201]);
});
