import { describe, expect, test } from "vitest";
import { explainer } from "../explain.ts";
import { glance, readListing } from "../listing.fixture.ts";

const TEXT = `USER     COMMAND    PID   FD PROTO  LOCAL ADDRESS         FOREIGN ADDRESS
root     sshd       45933 4  tcp4   192.0.2.2:22          192.0.2.4:59217
root     sshd       45933 8  stream (not connected)
root     sshd       815   5  tcp4   *:22                  *:*
www      nginx      900   6  tcp46  *:80                  *:*
_ntp     ntpd       700   7  udp6   2001:db8::1:123       *:*
root     my server  701   3  tcp6   ::1:25                *:*
?        ?          ?     ?  tcp4   192.0.2.2:22          192.0.2.9:50000
smmsp    sendmail   662   3  dgram  -> /var/run/log
`;

describe("a row of sockstat", () => {
  const { rows, entries, kinds, listing } = readListing(TEXT);

  test("has its endpoints, whatever the spaces in the program's name", () => {
    expect(entries.map(glance)).toEqual([
      "tcp 192.0.2.2:22 192.0.2.4:59217 -",
      "tcp *:22 - -",
      "tcp *:80 - -",
      "udp 2001:db8::1:123 - -",
      "tcp ::1:25 - -",
      "tcp 192.0.2.2:22 192.0.2.9:50000 -",
    ]);
    expect(entries.map(({ family }) => family)).toEqual([4, 4, "46", 6, 6, 4]);
    expect(entries[4]?.processes).toEqual([{ pid: 701, name: "my server", user: "root", fd: 3 }]);
    expect(entries[5]?.processes).toEqual([]);
  });

  test("for a UNIX-domain socket is listed as that", () => {
    expect(kinds[2]).toBe("unix");
    expect(kinds[8]).toBe("unix");
  });

  test("of TCP without a peer is probably a listener, for no state is printed", () => {
    const explain = explainer(listing);
    expect(rows.map((_, row) => explain.judge(row).role)).toEqual([
      "server",
      "listener",
      "listener",
      "receiver",
      "listener",
      "server",
    ]);
    const { role, sentence } = explain.explain(1);
    expect(role).toMatchObject({ confidence: "likely", label: "probably waits for clients" });
    expect(role.evidence).toContain("no state");
    expect(sentence).toContain("sshd probably waits for clients on TCP port 22");
  });

  test("has its state where -s asked for it", () => {
    const { entries } = readListing(
      "root sshd 815 5 tcp4 *:22 *:* LISTEN\nroot x 9 3 tcp6 fe80::1%em0:22 fe80::2%em0:5000 SYN_RCVD",
    );
    expect(entries.map(({ state }) => state)).toEqual(["LISTEN", "SYN-RECEIVED"]);
    expect(entries[1]?.local).toMatchObject({ address: "fe80::1", zone: "em0", port: 22 });
  });
});

test.each(["root 1 2 tcp 4", "we count 4 5 tcp packets here", "x y 1 2 tcp4 *:22"])(
  "%j is no row of sockstat",
  (text) => {
    expect(readListing(text).rows).toEqual([]);
  },
);
