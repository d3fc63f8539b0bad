import { describe, expect, test } from "vitest";
import { litParts } from "./row-frame.model.ts";
import { Session } from "./session.model.ts";

const NET_TOOLS = `Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
tcp        0      0 127.0.0.1:5432          0.0.0.0:*               LISTEN      1204/postgres
udp        0      0 192.0.2.10:123          0.0.0.0:*                           733/chronyd
`;

function read(text: string): Session {
  const session = new Session(text);
  while (session.advance() < 1);
  return session;
}

function overview(text: string) {
  return read(text).overview();
}

function sockets(text: string) {
  const found = overview(text);
  if (found.kind !== "sockets") throw new Error(`no sockets, but ${JSON.stringify(found)}`);
  return found;
}

function rows(text: string) {
  return read(text).rows({}, 0, 1000);
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
    for (const row of rows(NET_TOOLS)) {
      const line = row.cells.map(({ before, text }) => before + text).join("") + row.after;
      expect(line).toBe(lines[row.line - 1]);
    }
  });

  test("has for each field what a screen reader says, and a page for its port", () => {
    const [row] = rows(NET_TOOLS);
    const port = row?.cells.find(({ field }) => field === "localPort");
    expect(port).toMatchObject({ text: "5432", label: "Local port", port: 5432 });
    expect(port?.spoken).toBe(`Local port 5432: ${port?.meaning}`);
  });

  test("names what usually has the port", () => {
    expect(rows(NET_TOOLS).map(({ service }) => service)).toEqual(["PostgreSQL", "NTP"]);
  });

  test("shows a hostile program name and harms nobody with it", () => {
    const row = "tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN 7/\u202egnp.exe<script>";
    const { sentence, cells } = rows(row)[0] ?? { sentence: "", cells: [] };
    expect(sentence).toContain("\\u{202e}gnp.exe<script>");
    expect(cells.find(({ field }) => field === "program")?.text).toBe("\\u{202e}gnp.exe<script>");
  });

  test("is read in steps, each a part of the whole", () => {
    const row = "tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN\n";
    const session = new Session(row.repeat(5000));
    const steps = [];
    do steps.push(session.advance());
    while (steps.at(-1)! < 1);
    expect(steps.length).toBeGreaterThan(5);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(session.overview()).toMatchObject({ rowCount: 5000 });
    expect(session.rows({}, 4990, 6000)).toHaveLength(10);
  });

  test("in the order of its lines stands under each tool's own heading", () => {
    const session = read(`${NET_TOOLS}\n${NET_TOOLS}`);
    expect(session.arrange({}).groups).toMatchObject([
      { label: "Lines 1 to 4: netstat (net-tools) on Linux", from: 0, count: 2 },
      { label: "Lines 6 to 9: netstat (net-tools) on Linux", from: 2, count: 2 },
    ]);
    const one = session.arrange({ filter: { block: 1 } });
    expect(one).toMatchObject({ count: 2, groups: [{ from: 0, count: 2 }] });
  });

  test("in another order has groups of its own, and each row keeps its place in it", () => {
    const session = read(NET_TOOLS);
    const byPort = { order: { by: "localPort", descending: false } } as const;
    expect(session.arrange(byPort).groups).toEqual([
      { label: "", heading: null, from: 0, count: 2 },
    ]);
    expect(session.rows(byPort, 0, 2).map(({ row }) => row)).toEqual([1, 0]);
    expect(session.placeOf(byPort, 0)).toBe(1);
    expect(session.placeOf({ filter: { role: "listener" } }, 1)).toBeNull();
  });

  test("is read as the tool that a person names", () => {
    const ssRow = "ESTAB 0 0 192.0.2.10:22 198.51.100.7:50000\n";
    const session = new Session(ssRow, [{ from: 1, to: 1, dialect: null }]);
    while (session.advance() < 1);
    expect(session.overview().kind).toBe("no-sockets");
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
    expect(overview(text)).toEqual({ kind: "empty" });
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
    const found = overview(text);
    if (found.kind !== "no-sockets") throw new Error(`read as ${found.kind}`);
    expect(found.words.title).toContain(title);
    expect(found.others.shown).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toMatch(/nothing is listening/i);
  });

  test("shows as many of its lines as were asked for", () => {
    const others = read("ceci n’est pas une pipe\n".repeat(1000)).otherLines(50);
    expect(others).toMatchObject({ shown: 50, more: true });
    expect(others.groups.flatMap(({ lines }) => lines)).toHaveLength(50);
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

test("a listing with more groups than anybody looks at shows the largest, and the rest as one", () => {
  const lines = Array.from(
    { length: 2000 },
    (_, n) => `tcp 0 0 192.0.2.10:22 10.0.${n >> 8}.${n & 255}:50000 ESTABLISHED`,
  );
  const { groups, count } = read(lines.join("\n")).arrange({ group: "peer" });
  expect(groups).toHaveLength(500);
  expect(groups.at(-1)).toMatchObject({ from: 499, count: 1501 });
  expect(groups.reduce((sum, each) => sum + each.count, 0)).toBe(count);
});

test("of a listing printed every second the page is sent the first blocks, and the rest as one", () => {
  const session = read(NET_TOOLS.repeat(600));
  const found = session.overview();
  if (found.kind !== "sockets") throw new Error("no sockets");
  expect([found.blocks.length, found.blockCount]).toEqual([12, 600]);
  const { groups, count } = session.arrange({});
  expect([groups.length, groups[1]?.label, groups[1]?.from]).toEqual([
    500,
    "Lines 5 to 8: netstat (net-tools) on Linux",
    2,
  ]);
  expect(groups.at(-1)).toEqual({
    label: "101 more blocks, one after the other",
    heading: null,
    from: 998,
    count: count - 998,
  });
});
