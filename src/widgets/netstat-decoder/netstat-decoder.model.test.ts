import { describe, expect, test } from "vitest";
import {
  type Frame,
  ROWS_AT_ONCE,
  frameOf,
  litParts,
  readListing,
} from "./netstat-decoder.model.ts";

const NET_TOOLS = `Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
tcp        0      0 127.0.0.1:5432          0.0.0.0:*               LISTEN      1204/postgres
udp        0      0 192.0.2.10:123          0.0.0.0:*                           733/chronyd
`;

function frame(text: string, rows = ROWS_AT_ONCE, lines = ROWS_AT_ONCE): Frame {
  return frameOf(readListing(text), rows, lines);
}

function sockets(text: string, rows?: number) {
  const found = frame(text, rows);
  if (found.kind !== "sockets") throw new Error(`no sockets, but ${JSON.stringify(found)}`);
  return found;
}

describe("a listing with rows", () => {
  test("says how much of it was read, for the eye and for the ear", () => {
    const { sentence, counts, announcement } = sockets(NET_TOOLS);
    expect(sentence).toBe("4 of 4 lines read.");
    expect(counts).toBe("2 sockets: 1 listener, 1 socket without a connection.");
    expect(announcement).toBe("2 sockets read from 4 lines.");
  });

  test("keeps the names of the columns over each block, without the title", () => {
    const { blocks } = sockets(`${NET_TOOLS}\n${NET_TOOLS}`);
    expect(blocks.map(({ heading }) => heading?.slice(0, 19))).toEqual([
      "Proto Recv-Q Send-Q",
      "Proto Recv-Q Send-Q",
    ]);
    expect(blocks.map(({ where }) => where)).toEqual(["Lines 1 to 4", "Lines 6 to 9"]);
  });

  test("makes each row's line again out of its cells", () => {
    const lines = NET_TOOLS.split("\n");
    for (const row of sockets(NET_TOOLS).blocks.flatMap(({ rows }) => rows)) {
      const line = row.cells.map(({ before, text }) => before + text).join("") + row.after;
      expect(line).toBe(lines[row.line - 1]);
    }
  });

  test("has for each field what a screen reader says, and a page for its port", () => {
    const [row] = sockets(NET_TOOLS).blocks[0]?.rows ?? [];
    const port = row?.cells.find(({ field }) => field === "localPort");
    expect(port).toMatchObject({ text: "5432", label: "Local port", port: 5432 });
    expect(port?.spoken).toBe(`Local port 5432: ${port?.meaning}`);
  });

  test("names what usually has the port", () => {
    expect(sockets(NET_TOOLS).blocks[0]?.rows.map(({ service }) => service)).toEqual([
      "PostgreSQL",
      "NTP",
    ]);
  });

  test("shows a hostile program name and harms nobody with it", () => {
    const row = "tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN 7/\u202egnp.exe<script>";
    const { sentence, cells } = sockets(row).blocks[0]?.rows[0] ?? { sentence: "", cells: [] };
    expect(sentence).toContain("\\u{202e}gnp.exe<script>");
    expect(cells.find(({ field }) => field === "program")?.text).toBe("\\u{202e}gnp.exe<script>");
  });

  test("makes frames of no more rows than are shown", () => {
    const row = "tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN\n";
    const found = sockets(row.repeat(5000), 200);
    expect(found.blocks.flatMap(({ rows }) => rows)).toHaveLength(200);
    expect(found).toMatchObject({ rowsShown: 200, rowCount: 5000 });
  });

  test("lists a row that was cut in half, with the reason", () => {
    const found = sockets(`${NET_TOOLS}tcp        0      0 127.0.0.1:54`);
    expect(found.unreadCount).toBe(1);
    expect(found.others.groups.at(-1)).toMatchObject({
      first: 5,
      last: 5,
      understood: false,
      lines: [{ number: 5, text: "tcp        0      0 127.0.0.1:54" }],
    });
  });
});

describe("a text without rows", () => {
  test.each(["", "\n \r\n\t\n"])("a blank one is an empty field: %j", (text) => {
    expect(frame(text)).toEqual({ kind: "empty" });
  });

  test.each([
    [
      "a route table",
      "Kernel IP routing table\nDestination     Gateway         Genmask         Flags   MSS Window  irtt Iface\n0.0.0.0         192.0.2.1       0.0.0.0         UG        0 0          0 eth0\n",
      "routing table",
    ],
    ["only a prompt", "user@host:~$ ss -tulpn\n", "not what it printed"],
    ["half a row", "tcp        0      0 127.0.0.1:54", "could not be read"],
    ["bytes of a picture", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0", "No line here looks like"],
  ])("%s is named, and nothing is said about the machine", (_, text, title) => {
    const found = frame(text);
    if (found.kind !== "no-sockets") throw new Error(`read as ${found.kind}`);
    expect(found.words.title).toContain(title);
    expect(found.others.shown).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toMatch(/nothing is listening/i);
  });

  test("shows as many of its lines as were asked for", () => {
    const found = frame("ceci n’est pas une pipe\n".repeat(1000), 200, 50);
    if (found.kind !== "no-sockets") throw new Error(`read as ${found.kind}`);
    expect(found.others).toMatchObject({ shown: 50, more: true });
    expect(found.others.groups.flatMap(({ lines }) => lines)).toHaveLength(50);
  });
});

describe("the field that is lit, in the sentence", () => {
  test.each([
    ["postgres waits on TCP port 5432.", "5432", ["postgres waits on TCP port ", "*5432", "."]],
    ["80 and 8080 and 80", "80", ["*80", " and 8080 and ", "*80"]],
    ["port 5432", "0", ["port 5432"]],
    ["port 5432", "", ["port 5432"]],
    ["no match", "443", ["no match"]],
  ])("%s / %s", (sentence, word, parts) => {
    expect(litParts(sentence, word).map(({ text, lit }) => (lit ? `*${text}` : text))).toEqual(
      parts,
    );
  });
});
