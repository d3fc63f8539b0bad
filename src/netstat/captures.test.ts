import { describe, expect, test } from "vitest";
import { capture, capturesIn, glance, readListing } from "./listing.fixture.ts";
import { print } from "./print.ts";

/** Rows counted by another way: lines that begin as each tool's socket rows do. */
const ROW =
  /^(?:(?:tcp|udp|raw)6? .*:|(?:(?:tcp|udp|raw) +)?(?:LISTEN|ESTAB|UNCONN|SYN-SENT|SYN-RECV|TIME-WAIT|CLOSE-WAIT|FIN-WAIT-[12]|LAST-ACK|CLOSING) .*:|\S+ +\d+ +\S+ +\d+u +IPv[46] )/;
const countRows = (text: string) => text.split("\n").filter((line) => ROW.test(line)).length;

const FOLDERS = ["recorded/services/", "recorded/every-kind/"] as const;
const FILES = FOLDERS.flatMap((folder) => capturesIn(folder).map((file) => `${folder}${file}`));

describe("recorded listings", () => {
  test("there are some of each tool", () => {
    expect(FILES.length).toBeGreaterThan(30);
  });

  test.each(FILES)(
    "%s: every line is accounted for, none is unreadable, no row is missed",
    (file) => {
      const text = capture(file);
      const { listing, kinds } = readListing(text);
      expect(kinds.filter((kind) => kind === "unreadable")).toEqual([]);
      expect(listing.lineCount).toBe(text.split("\n").length - (text.endsWith("\n") ? 1 : 0));
      expect(listing.rowCount).toBe(countRows(text));
    },
  );

  test.each(FILES.filter((file) => countRows(capture(file)) > 0))(
    "%s: spans show the fields' own text",
    (file) => {
      const { listing, rows } = readListing(capture(file));
      for (const { line, spans, entry } of rows) {
        const text = listing.line(line);
        const shown = new Map(spans.map((span) => [span.field, text.slice(span.start, span.end)]));
        expect(shown.get("localPort")).toBe(
          entry.local.port?.toString() ?? entry.local.service ?? "*",
        );
        const isWildcard = entry.local.address === "*";
        expect(isWildcard || shown.get("localAddress") === entry.local.address).toBe(true);
        expect(entry.peer === null || shown.get("peerAddress") === entry.peer.address).toBe(true);
        for (const [index, span] of spans.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
          expect(text.slice(span.start, span.end)).toMatch(/^\S(?:.*\S)?$/);
        }
      }
    },
  );

  test("only netlink sockets and nothing else is left without a kind", () => {
    const noise = FILES.flatMap((file) => {
      const { listing } = readListing(capture(file));
      return Array.from({ length: listing.lineCount }, (_, n) => n + 1)
        .filter((n) => listing.fate(n).kind === "noise")
        .map((n) => listing.line(n).split(" ")[0]);
    });
    expect(new Set(noise)).toEqual(new Set(["nl"]));
  });
});

describe("the same machine, tool by tool", () => {
  test("ss -tanp", () => {
    const { listing, rows, entries } = readListing(capture("recorded/services/ss-tanp.txt"));
    expect(listing.blocks).toMatchObject([
      { dialect: "ss", os: "Linux", from: 1, to: 23, rowCount: 22, confidence: "certain" },
    ]);
    expect(entries[3]).toEqual({
      protocol: "tcp",
      family: 4,
      local: { address: "*", zone: null, port: 80, service: null },
      peer: null,
      state: "LISTEN",
      recvQ: 0,
      sendQ: 511,
      processes: [
        { pid: 8725, name: "nginx", user: null, fd: 4 },
        { pid: 8723, name: "nginx", user: null, fd: 4 },
      ],
    });
    expect(rows[12]).toMatchObject({ line: 14, stateText: "TIME-WAIT", truncated: [] });
    expect(entries[12]).toMatchObject({ state: "TIME-WAIT", processes: [] });
    expect(entries[19]).toMatchObject({
      family: "46",
      local: { address: "*", port: 8080 },
      peer: null,
    });
    expect(entries[21]).toMatchObject({
      family: 6,
      local: { address: "::ffff:192.0.2.10", port: 8080 },
      peer: { address: "::ffff:198.51.100.23", port: 54529 },
    });
  });

  test("netstat -tanp cuts PID/Program name at 19 characters, and says so", () => {
    const { rows } = readListing(capture("recorded/services/netstat-tanp.txt"));
    const redis = rows.find(({ entry }) => entry.state === "LISTEN" && entry.local.port === 6379);
    expect(redis?.entry.processes).toEqual([
      { pid: 8730, name: "redis-server 1", user: null, fd: null },
    ]);
    expect(redis?.truncated).toEqual(["program"]);
    const closed = rows.find(({ entry }) => entry.state === "TIME-WAIT");
    expect(closed?.entry.processes).toEqual([]);
    const mapped = rows.find(({ entry }) => entry.local.port === 8080 && entry.peer !== null);
    expect(mapped?.entry).toMatchObject({ family: 6, local: { address: "192.0.2.10" } });
  });

  test("netstat -tulpn: udp rows have no state", () => {
    const { entries } = readListing(capture("recorded/services/netstat-tulpn.txt"));
    expect(entries.filter((entry) => entry.protocol === "udp").map(glance)).toEqual([
      "udp 127.0.0.1:53 - -",
      "udp *:123 - -",
      "udp 127.0.0.1:323 - -",
      "udp ::1:323 - -",
    ]);
  });

  test("lsof prints one row for each process that holds the socket", () => {
    const { entries } = readListing(capture("recorded/services/lsof-nP-i.txt"));
    const port80 = entries.filter((entry) => entry.local.port === 80 && entry.state === "LISTEN");
    expect(port80.map((entry) => [entry.family, entry.processes[0]])).toEqual([
      [4, { pid: 8723, name: "nginx", user: "root", fd: 4 }],
      [6, { pid: 8723, name: "nginx", user: "root", fd: 5 }],
      [4, { pid: 8725, name: "nginx", user: "www-data", fd: 4 }],
      [6, { pid: 8725, name: "nginx", user: "www-data", fd: 5 }],
    ]);
    expect(entries.some((entry) => entry.state === "TIME-WAIT")).toBe(false);
  });

  /** ss prints a listener's backlog where the others count bytes. */
  const table = readListing(capture("linux-ss-tunap.txt")).entries.map((entry) =>
    entry.state === "LISTEN" ? { ...entry, sendQ: 0 } : entry,
  );

  test.each([
    ["aix-netstat-Aan.txt", "aix-netstat"],
    ["freebsd-netstat-an.txt", "freebsd-netstat"],
    ["freebsd-sockstat-46s.txt", "sockstat"],
    ["hpux-netstat-an.txt", "hpux-netstat"],
    ["linux-busybox-netstat-tunap.txt", "busybox"],
    ["linux-proc-net.txt", "proc-net"],
    ["macos-netstat-anv.txt", "macos-netstat"],
    ["openbsd-netstat-an.txt", "openbsd-netstat"],
    ["solaris-netstat-an.txt", "solaris-netstat"],
    ["windows-netstat-ano.txt", "windows-netstat"],
    ["windows-powershell.txt", "powershell"],
  ] as const)("the sample %s is the ss sample as the printer of %s prints it", (file, dialect) => {
    expect(capturesIn("printed/")).toContain(file);
    expect(capture(`printed/${file}`)).toBe(print(table, dialect));
  });
});
