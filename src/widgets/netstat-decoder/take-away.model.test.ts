import { describe, expect, test } from "vitest";
import { DIALECTS } from "#netstat/dialects";
import { PRINTERS } from "./print-as.model.ts";
import { Session } from "./session.model.ts";
import { LONGEST_COPY, listed } from "./take-away.model.ts";

/** Public resolvers' addresses: those set aside for documentation need no replacing. */
const TEXT = `ada@db1:~$ ss -tunap
Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:Port Process
tcp   LISTEN 0      511          0.0.0.0:80          0.0.0.0:*     users:(("nginx",pid=944,fd=6),("nginx",pid=945,fd=6))
tcp   ESTAB  0      0         8.8.4.4:80     8.8.8.8:51000    users:(("nginx",pid=944,fd=9))
udp   UNCONN 0      0           10.0.0.9:68          0.0.0.0:*     users:(("dhclient",pid=612,fd=9))
`;

const NAMES = { redact: {}, shown: null } as const;
const AS_IT_IS = { redact: null, shown: null } as const;
const LISTENERS = { filter: { role: "listener" } } as const;

function read(text = TEXT): Session {
  const session = new Session(text);
  while (session.advance() < 1);
  return session;
}

describe("a text to take away", () => {
  test("holds no public address and no user unless a person wants them", () => {
    const text = read().textToCopy("text", NAMES);
    expect(text).toContain("nginx");
    expect(text).toContain("10.0.0.9");
    expect(text).not.toMatch(/8\.8\.|ada|db1/);
    expect(read().textToCopy("text", AS_IT_IS)).toBe(TEXT);
  });

  test.each([
    [{ privateAddresses: true }, "10.0.0.9"],
    [{ programs: true }, "nginx"],
  ])("replaces more where that is asked for: %j", (redact, name) => {
    expect(read().textToCopy("text", { redact, shown: null })).not.toContain(name);
  });

  test("of the rows that are shown holds their lines under the heading", () => {
    expect(read().textToCopy("text", { redact: null, shown: LISTENERS })?.split("\n")).toEqual([
      TEXT.split("\n")[1],
      TEXT.split("\n")[2],
      "",
    ]);
  });

  test("of rows that take more than a line keeps what belongs to them", () => {
    const owned = `
Active Connections

  Proto  Local Address          Foreign Address        State
  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING
  RpcSs
 [svchost.exe]
  TCP    192.0.2.10:50313       203.0.113.10:443       ESTABLISHED
 [firefox.exe]
`;
    const text = read(owned).textToCopy("text", { redact: null, shown: LISTENERS });
    expect(text).toContain("RpcSs\n [svchost.exe]\n");
    expect(text).not.toContain("firefox");
    const again = read(text ?? "");
    expect(again.rows({}, 0, 9).map(({ sentence }) => sentence)).toEqual(
      read(owned)
        .rows(LISTENERS, 0, 9)
        .map(({ sentence }) => sentence),
    );
  });

  test("too long for the clipboard is not copied", () => {
    const long = "tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN\n".repeat(LONGEST_COPY / 30);
    expect(read(long).textToCopy("text", AS_IT_IS)).toBeNull();
  });
});

describe("a file", () => {
  test("of CSV has a line for each row that is shown", async () => {
    const csv = await read().file("csv", { redact: {}, shown: LISTENERS }).text();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(2);
    expect(csv).toContain("944/nginx; 945/nginx");
  });

  test("of JSON is the data of every row, without the names", async () => {
    const file = read().file("json", NAMES);
    expect(file.type).toBe("application/json");
    const { entries, lines } = JSON.parse(await file.text());
    expect(entries).toHaveLength(3);
    expect(lines).toHaveLength(5);
    expect(JSON.stringify(entries)).not.toContain("8.8.8.8");
  });

  test("of Markdown is a table", async () => {
    const table = await read().file("markdown", NAMES).text();
    expect(table.trimEnd().split("\n")).toHaveLength(5);
  });

  test.each(DIALECTS.map(({ id }) => id))("in the form of %s is read as such", async (id) => {
    const session = read(await read().file(id, AS_IT_IS).text());
    const overview = session.overview();
    expect(overview.kind === "sockets" && overview.blocks.map(({ dialect }) => dialect)).toContain(
      // BusyBox prints as net-tools does.
      id === "busybox" ? "net-tools" : id,
    );
  });
});

describe("before it is taken", () => {
  test("says how much is replaced, and shows how it begins", () => {
    const { sentence, lines, hasMore } = read().redaction({}, 3);
    expect(sentence).toMatch(/^2 addresses are replaced, each by the same name everywhere\./);
    expect(lines).toHaveLength(3);
    expect(lines[0]).not.toContain("ada");
    expect(hasMore).toBe(true);
  });

  test("a listing of private addresses needs nothing", () => {
    expect(read("tcp 0 0 10.0.0.1:22 0.0.0.0:* LISTEN\n").redaction({}, 3).sentence).toBe(
      "No address, host or user in the rows has to be replaced.",
    );
  });

  test("a link's text is never with the names, and never longer than a link can hold", () => {
    const found = read().shareable({}, null);
    expect(found.type === "text" && found.text).not.toContain("8.8.8.8");
    const long = "tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN\n".repeat(40_000);
    expect(read(long).shareable({}, null).type).toBe("error");
  });
});

describe("the table as another tool prints it", () => {
  test("Windows prints no program names and no queues, and says so", () => {
    const { lines, losses } = read().printed("windows-netstat", NAMES, 100);
    expect(lines.find((line) => line.includes("LISTENING"))).toMatch(/0\.0\.0\.0:80 .* 944$/);
    expect(losses).toEqual([
      "Lost on the way, since Windows netstat does not print it: queues, program names, all but one of several processes.",
      "The backlog of listeners, which ss alone prints, is left out.",
    ]);
  });

  test("docker's list has published ports alone, and says how many rows it leaves out", () => {
    expect(read().printed("docker-ps", NAMES, 100).losses[0]).toBe(
      "1 row of 3 rows is left out: docker ps cannot show it.",
    );
  });

  test("ss prints all that ss said", () => {
    expect(read().printed("ss", NAMES, 100).losses).toEqual([
      "ss can print all that this listing says.",
    ]);
  });

  test("a listener's backlog is not printed where other tools count bytes", () => {
    const { lines } = read().printed("net-tools", AS_IT_IS, 100);
    expect(lines.find((line) => line.includes("LISTEN"))).toMatch(/^tcp +0 +0 /);
    const other = read("tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN\n").printed("ss", NAMES, 9);
    expect(other.losses.join(" ")).toContain("This listing does not say it.");
  });

  test("of very many rows shows the first", () => {
    const many = "tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN\n".repeat(6000);
    expect(read(many).printed("ss", NAMES, 50)).toMatchObject({ hasMore: true });
  });

  test("every printer has a name of its own, with its system", () => {
    const names = PRINTERS.map(([, name]) => name);
    expect(new Set(names).size).toBe(DIALECTS.length);
    expect(names).toContain("ss on Linux");
    expect(names).toContain("Windows netstat");
  });
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j is listed as %j", (parts, text) => {
  expect(listed(parts)).toBe(text);
});
