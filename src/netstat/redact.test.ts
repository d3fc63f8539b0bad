import { describe, expect, test } from "vitest";
import { parseAddress } from "#net/address";
import { decode } from "./decode.ts";
import { capture, readListing } from "./listing.fixture.ts";
import { print } from "./print.ts";
import { redact, type RedactOptions } from "./redact.ts";

const redacted = (text: string, options?: RedactOptions) => redact(decode(text), options).text;

// Not documentation addresses: those would stay. Owned by nobody who could mind: root servers and anycast resolvers.
const ONE = "8.8.8.8";
const OTHER = "9.9.9.9";
const SIX = "2620:fe::fe";

describe("addresses", () => {
  test("a public address becomes a documentation address, the same everywhere", () => {
    const text = redacted(
      `ESTAB 0 0 192.168.1.5:50000 ${ONE}:443\nESTAB 0 0 192.168.1.5:50001 ${OTHER}:443\nESTAB 0 0 [::ffff:192.168.1.5]:50002 [::ffff:${ONE}]:443\nESTAB 0 0 [2001:db8::1]:50003 [${SIX}]:443\n`,
    );
    expect(text).toBe(
      "ESTAB 0 0 192.168.1.5:50000 198.51.100.1:443\nESTAB 0 0 192.168.1.5:50001 198.51.100.2:443\nESTAB 0 0 [::ffff:192.168.1.5]:50002 [::ffff:198.51.100.1]:443\nESTAB 0 0 [2001:db8::1]:50003 [2001:db8::2]:443\n",
    );
  });

  test.each(["127.0.0.1", "10.0.0.5", "192.168.1.5", "169.254.7.7", "224.0.0.251", "203.0.113.9"])(
    "%s stays",
    (address) => {
      const text = `ESTAB 0 0 ${address}:50000 ${address}:443`;
      expect(redacted(text)).toBe(text);
    },
  );

  test("private addresses go too when asked, and stay private; loopback stays", () => {
    const text = `ESTAB 0 0 192.168.1.5:50000 10.0.0.1:443\nESTAB 0 0 127.0.0.1:1 127.0.0.1:2\nESTAB 0 0 [fe80::5]%eth0:1 [fd12::1]:2`;
    expect(redacted(text, { privateAddresses: true })).toBe(
      "ESTAB 0 0 10.0.0.2:50000 10.0.0.3:443\nESTAB 0 0 127.0.0.1:1 127.0.0.1:2\nESTAB 0 0 [fe80::1]%eth0:1 [fd00::1]:2",
    );
  });

  test("a link-local address that holds a network card's number is replaced", () => {
    expect(redacted("ESTAB 0 0 [fe80::a00:27ff:fe4e:66a1]%eth0:22 [fe80::2]%eth0:50000")).toBe(
      "ESTAB 0 0 [fe80::1]%eth0:22 [fe80::2]%eth0:50000",
    );
  });

  test("a pseudonym is never an address that the text holds", () => {
    expect(redacted(`ESTAB 0 0 198.51.100.1:50000 ${ONE}:443`)).toBe(
      "ESTAB 0 0 198.51.100.1:50000 198.51.100.2:443",
    );
  });

  test("when the documentation networks are full, laboratory addresses follow", () => {
    const addresses = Array.from({ length: 1000 }, (_, n) => `9.${n >> 8}.${n & 255}.1`);
    const text = addresses.map((address) => `ESTAB 0 0 10.0.0.1:5 ${address}:443`).join("\n");
    const { entries } = readListing(redacted(text));
    const shown = entries.map(({ peer }) => peer?.address);
    expect(new Set(shown).size).toBe(1000);
    expect(shown[762]).toBe("198.18.0.1");
    expect(shown.map((address) => parseAddress(address ?? "").type)).not.toContain("public");
  });

  test("hexadecimal addresses of /proc/net are replaced in hexadecimal", () => {
    const text = capture("recorded/every-kind/ss-tan.txt");
    const { entries } = readListing(text);
    const table = print(
      entries.map((entry) =>
        entry.peer === null ? entry : { ...entry, peer: { ...entry.peer, address: ONE } },
      ),
      "proc-net",
    );
    const shown = readListing(redacted(table)).entries.flatMap(({ peer }) => peer?.address ?? []);
    expect(new Set(shown.map(canonical))).toEqual(new Set(["198.51.100.1"]));
  });

  test("an address that may be cut keeps looking cut", () => {
    const text =
      `tcp6       0      0 2620:fe:1234:5678::9:443 2620:fe:1234:567:50000 ESTABLISHED\n`.replace(
        "2620:fe:1234:5678::9:443",
        "2620:fe:1234:5678:9:443".padEnd(23),
      );
    const before = readListing(text).rows[0];
    const after = readListing(redacted(text)).rows[0];
    expect(after?.truncated).toEqual(before?.truncated);
    expect(redacted(text)).not.toContain("2620");
  });
});

describe("names", () => {
  test("hosts, users and interfaces are numbered; what every machine has stays", () => {
    const text = `COMMAND   PID     USER   FD   TYPE DEVICE SIZE/OFF NODE NAME
firefox  4711    alice   50u  IPv4 123456      0t0  TCP alice-laptop.lan:50000->mail.corp.internal:https (ESTABLISHED)
nginx     800 www-data    6u  IPv4 123457      0t0  TCP *:http (LISTEN)
sshd      801     root    3u  IPv6 123458      0t0  TCP localhost:ssh->localhost:50001 (ESTABLISHED)
`;
    expect(redacted(text)).toBe(`COMMAND   PID     USER   FD   TYPE DEVICE SIZE/OFF NODE NAME
firefox  4711    user-1  50u  IPv4 123456      0t0  TCP host-1.example:50000->host-2.example:https (ESTABLISHED)
nginx     800 www-data    6u  IPv4 123457      0t0  TCP *:http (LISTEN)
sshd      801     root    3u  IPv6 123458      0t0  TCP localhost:ssh->localhost:50001 (ESTABLISHED)
`);
  });

  test("a program's title does not tell whom it serves", () => {
    const text =
      "tcp 0 0 10.0.0.1:22 10.0.0.2:50000 ESTABLISHED 801/sshd: alice [p\ntcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN 800/nginx: master p\n";
    expect(redacted(text)).toContain("801/sshd: user-1 [user-2");
    expect(redacted(text)).toContain("800/nginx: master p");
  });

  test("programs' names are replaced only when asked", () => {
    const text =
      'LISTEN 0 5 0.0.0.0:80 0.0.0.0:* users:(("secretd",pid=7,fd=3),("nginx",pid=8,fd=3))';
    expect(redacted(text)).toBe(text);
    expect(redacted(text, { programs: true })).toBe(
      'LISTEN 0 5 0.0.0.0:80 0.0.0.0:* users:(("prog-1",pid=7,fd=3),("prog-2",pid=8,fd=3))',
    );
  });

  test("an interface with a name of its own, or with a card's number, is replaced", () => {
    expect(
      redacted(
        "ESTAB 0 0 [fe80::1]%enx0a1b2c3d4e5f:1 [fe80::2]%acme-vpn:2\nLISTEN 0 5 127.0.0.53%lo:53 0.0.0.0:*",
      ),
    ).toBe("ESTAB 0 0 [fe80::1]%if-1:1 [fe80::2]%if-2:2\nLISTEN 0 5 127.0.0.53%lo:53 0.0.0.0:*");
  });
});

describe("a row that a window broke comes back whole, with an empty line for each other piece", () => {
  const above = (peer: string) =>
    `firefox  4711    alice   50u  IPv4 123456      0t0  TCP 10.0.0.5:50000->${peer} (ESTABLISHED)`;
  const shown = (peer: string) => above(peer).replace("alice ", "user-1");
  /** Two rows alike, so that the window's width shows, each broken behind `upper`. */
  const broken = (peer: string, upper: string, lower: string) => {
    const row = above(peer);
    const edge = row.indexOf(upper) + upper.length;
    expect(row.slice(edge).startsWith(lower)).toBe(true);
    const pieces = `${row.slice(0, edge)}\n${row.slice(edge)}\n`;
    return pieces + pieces;
  };

  test.each([
    ["inside an address", "8.8.14.41:443", "->8.8.14.", "41:443", "198.51.100.1:443"],
    [
      "inside a host's name",
      "mail.corp.internal:443",
      "mail.corp.int",
      "ernal:443",
      "host-1.example:443",
    ],
    ["inside a port", "mail.corp.internal:44321", "internal:44", "321 ", "host-1.example:44321"],
    ["behind a colon", "mail.corp.internal:443", "internal:", "443 ", "host-1.example:443"],
    ["inside a state", "8.8.14.41:443", "(ESTAB", "LISHED)", "198.51.100.1:443"],
  ])("%s", (_, peer, upper, lower, expected) => {
    const text = redacted(broken(peer, upper, lower));
    expect(text).toBe(`${shown(expected)}\n\n`.repeat(2));
  });

  test("at a blank", () => {
    const text = `${above("8.8.14.41:443").replace(" (", "\n(")}\n`;
    expect(redacted(text)).toBe(`${shown("198.51.100.1:443")}\n\n`);
  });

  test("and its last piece's line is one even where the text ends without a line end", () => {
    const text = above("8.8.14.41:443").replace(" (", "\n(");
    expect(redacted(text)).toBe(`${shown("198.51.100.1:443")}\n\n`);
  });

  test("a user's name below the break is a user's everywhere", () => {
    const text = `tcp        0      0 10.0.0.7:22             10.0.0.20:40022         ESTABLISHED
alice      123456
# alice
`;
    expect(redacted(text)).not.toContain("alice");
    expect(readListing(redacted(text)).rows).toHaveLength(1);
  });

  test("what says more about the row stays below it, and the rows after it in their lines", () => {
    const text = `  Proto  Local Address          Foreign Address        State           PID
  TCP    10.0.0.7:50313         8.8.14.41:443
ESTABLISHED     4711
 [firefox.exe]
  TCP    10.0.0.7:50314         8.8.14.41:443          ESTABLISHED     4711
`;
    const before = readListing(text);
    const after = readListing(redacted(text));
    expect(before.kinds).toEqual(["heading", "socket", "continuation", "continuation", "socket"]);
    expect(after.kinds).toEqual(["heading", "socket", "continuation", "blank", "socket"]);
    const shownOf = ({ rows }: typeof before) =>
      rows.map(({ line, entry }) => [line, entry.peer?.port, entry.state, entry.processes]);
    expect(shownOf(after)).toEqual(shownOf(before));
    expect(before.entries[0]?.processes[0]?.name).toBe("firefox.exe");
  });
});

describe("what stands beside the rows", () => {
  test.each([
    ["alice@web1:~/clients/acme$ sudo /usr/bin/ss -tulpn", "$ sudo ss -tulpn"],
    ["alice@web1:~$ ss -tan dst db.corp.internal", "$ ss -tan …"],
    ["alice@web1:~$ cat secrets.txt", "$"],
    ["PS C:\\Users\\alice> netstat -ano | findstr alice", "$ netstat -ano | …"],
    ["$ lsof -u alice -nP -iTCP:8080", "$ lsof -nP -iTCP:8080 …"],
    ["$ lsof -nP -i -a -ualice", "$ lsof -nP -i -a …"],
    ["$ ss -tan state established sport = :443", "$ ss -tan state established sport = :443"],
    ["dear alice, look at this", "(left out)"],
    ["tcp 0 0 db.corp.internal:99999 0.0.0.0:* LISTEN", "(left out)"],
    ["Kernel IP routing table", "Kernel IP routing table (left out)"],
    ["bash: /home/alice/ss: Permission denied", "netstat: (left out)"],
    [
      "unix  2      [ ACC ]     STREAM     LISTENING     12345    801/alice-app        /home/alice/app.sock",
      "unix  2      [ ACC ]     STREAM     LISTENING     12345    …        …",
    ],
    [
      "dbus-daem 801 alice 3u unix 0xffff888 0t0 12345 /run/user/1000/bus type=STREAM",
      "… 801 … 3u unix 0xffff888 0t0 12345 … type=STREAM",
    ],
  ])("%s", (line, expected) => {
    expect(redacted(line)).toBe(expected);
  });

  test("more about a row loses folders of users, addresses and names that the listing knows", () => {
    const text = `ESTAB 0 0 10.0.0.1:22 web1.corp:50000 users:(("x",pid=7,fd=3)) cgroup:/user.slice/shop.service
\t cubic /home/alice/x rcv ${ONE} 0a:1b:2c:3d:4e:5f bob@web1.corp
`;
    expect(redacted(text))
      .toBe(`ESTAB 0 0 10.0.0.1:22 host-1.example:50000 users:(("x",pid=7,fd=3)) cgroup:/…
\t cubic /home/user-2/x rcv 198.51.100.1 00:00:5e:00:53:00 user-1@host-1.example
`);
  });

  test("beside a container's ports, the registry and the command go", () => {
    const text = `CONTAINER ID   IMAGE                      COMMAND              CREATED       STATUS       PORTS                          NAMES
0123456789ab   registry.corp:5000/shop:1   "/run.sh --key=x"   2 hours ago   Up 2 hours   0.0.0.0:8080->80/tcp, ${ONE}:53->53/udp   shop
`;
    const shown = redacted(text.replace("registry.corp", "registry.acme.corp"));
    expect(shown).not.toMatch(/acme|run\.sh|8\.8\.8\.8/);
    expect(shown).toContain("host-1.example:5000/shop:1");
    expect(readListing(shown).rows).toHaveLength(2);
  });

  test("each value of lsof -F is replaced behind its letter", () => {
    expect(
      redacted(
        `p4711\ncfirefox\nLalice\nf6\ntIPv4\nPTCP\nnweb1:50000->${ONE}:443\nTST=ESTABLISHED\n`,
      ),
    ).toBe(
      "p4711\ncfirefox\nLuser-1\nf6\ntIPv4\nPTCP\nnhost-1.example:50000->198.51.100.1:443\nTST=ESTABLISHED\n",
    );
  });

  test("counts what was replaced and left out", () => {
    expect(redact(decode(`hello alice\nESTAB 0 0 web1:5 ${ONE}:443\n`))).toMatchObject({
      addresses: 1,
      hosts: 1,
      users: 0,
      linesLeftOut: 1,
    });
  });
});

/** An address in one spelling, ::ffff:192.0.2.1 as 192.0.2.1. */
function canonical(text: string): string {
  const address = parseAddress(text);
  if (address.type === "error") return text.toLowerCase();
  return address.type === "v4-mapped" ? address.ipv4.text : address.text;
}

test("a state that a mangled row gives as its user stays a state elsewhere", () => {
  const glued =
    "tcp        0      0 127.0.0.1:5432          0.0.0.0:*               LISTEN      LISTEN     0      2established)";
  const text = `p1\ntIPv6\nPTCP\nn*:http\nTST=LISTEN\n\n${glued}\n`;
  expect(redact(decode(text)).text).toContain("\nTST=LISTEN\n");
});
