import { describe, expect, test } from "vitest";
import { decode } from "../decode.ts";
import { fateSentence } from "../line-fate.ts";
import { glance, readListing } from "../listing.fixture.ts";

const HEADING =
  "CONTAINER ID   IMAGE     COMMAND                  CREATED          STATUS          PORTS                                   NAMES";
const docker = (ports: string, name = "web") =>
  `356e623ef2c1   nginx:1   "/docker-entrypoint.…"   17 minutes ago   Up 17 minutes   ${ports}   ${name}`;

/** Each entry at a glance, with its family and its container. */
const read = (text: string) =>
  readListing(text).entries.map(
    (entry) => `${glance(entry)} ${entry.family} ${entry.processes[0]?.name ?? "?"}`,
  );

describe("published ports", () => {
  test.each([
    ["0.0.0.0:80->80/tcp", ["tcp *:80 - - 4 web"]],
    ["0.0.0.0:80->80/tcp, :::80->80/tcp, 33060/tcp", ["tcp *:80 - - 4 web", "tcp *:80 - - 6 web"]],
    ["0.0.0.0:80->8080/tcp, [::]:80->8080/tcp", ["tcp *:80 - - 4 web", "tcp *:80 - - 6 web"]],
    ["443/tcp, 127.0.0.1:5432->5432/tcp", ["tcp 127.0.0.1:5432 - - 4 web"]],
    ["[2001:db8::7]:53->53/udp", ["udp 2001:db8::7:53 - - 6 web"]],
    ["*:80->80/tcp", ["tcp *:80 - - null web"]],
    ["8080->80/tcp", ["tcp *:8080 - - null web"]],
    ["0.0.0.0:80->80/tcp,:::80->80/tcp", ["tcp *:80 - - 4 web", "tcp *:80 - - 6 web"]],
    [
      "0.0.0.0:8000-8002->9000-9002/tcp, 0.0.0.0:53->53/udp",
      [
        "tcp *:8000 - - 4 web",
        "tcp *:8001 - - 4 web",
        "tcp *:8002 - - 4 web",
        "udp *:53 - - 4 web",
      ],
    ],
    ["0.0.0.0:10000-20000->10000-20000/udp", ["udp *:10000-20000 - - 4 web"]],
  ])("%s", (ports, expected) => {
    expect(read(`${HEADING}\n${docker(ports)}`)).toEqual(expected);
    expect(read(docker(ports))).toEqual(expected);
  });

  test("many mappings of one container are all read", () => {
    const ports = Array.from({ length: 50 }, (_, n) => `0.0.0.0:${4000 + n}->80/tcp`).join(", ");
    const entries = read(`${HEADING}\n${docker(ports)}`);
    expect(entries).toHaveLength(50);
    expect(entries[49]).toBe("tcp *:4049 - - 4 web");
  });

  test("entries of one line show their own port, and the same place", () => {
    const { rows, listing } = readListing(`${HEADING}\n${docker("0.0.0.0:8000-8001->80-81/tcp")}`);
    const [first, second] = rows;
    expect([first?.entry.local.port, second?.entry.local.port]).toEqual([8000, 8001]);
    for (const { line, spans } of rows) {
      const texts = spans.map(({ field, start, end }) => [
        field,
        listing.line(line).slice(start, end),
      ]);
      expect(Object.fromEntries(texts)).toEqual({
        localAddress: "0.0.0.0",
        localPort: "8000-8001",
        rest: "80-81",
        protocol: "tcp",
        program: "web",
      });
    }
  });
});

describe("where the name stands", () => {
  test.each([
    [
      "docker compose ps",
      `NAME        IMAGE     COMMAND   SERVICE   CREATED         STATUS         PORTS
web-1       nginx:1   "nginx"   web       3 seconds ago   Up 3 seconds   0.0.0.0:80->80/tcp, [::]:80->80/tcp`,
      ["tcp *:80 - - 4 web-1", "tcp *:80 - - 6 web-1"],
    ],
    [
      "docker-compose ps",
      `Name   Command   State   Ports
---------------------------------
web_1   nginx -g daemon off;   Up   0.0.0.0:80->80/tcp`,
      ["tcp *:80 - - 4 web_1"],
    ],
    [
      "docker service ls",
      `ID             NAME   MODE         REPLICAS   IMAGE     PORTS
z1x2c3v4b5n6   web    replicated   2/2        nginx:1   *:80->80/tcp`,
      ["tcp *:80 - - null web"],
    ],
    [
      "podman ps",
      `CONTAINER ID  IMAGE                    COMMAND     CREATED         STATUS         PORTS                 NAMES
282c09eecf84  localhost/web:latest     /sbin/init  16 seconds ago  Up 16 seconds  0.0.0.0:8080->80/tcp  rockywebserver`,
      ["tcp *:8080 - - 4 rockywebserver"],
    ],
    [
      "docker port",
      "$ docker port web\n80/tcp -> 0.0.0.0:8080\n80/tcp -> [::]:8080",
      ["tcp *:8080 - - 4 web", "tcp *:8080 - - 6 web"],
    ],
    [
      "docker ps with a size",
      `${HEADING}   SIZE\n${docker("0.0.0.0:80->80/tcp", "web   1.09kB (virtual 187MB)")}`,
      ["tcp *:80 - - 4 web"],
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(readListing(text).listing.blocks.map(({ dialect }) => dialect)).toEqual(["docker-ps"]);
  });
});

test.each([docker("80/tcp, 443/tcp"), docker("")])("%s publishes nothing, and says so", (row) => {
  const { listing } = readListing(`${HEADING}\n${row}`);
  expect(listing.rowCount).toBe(0);
  expect(fateSentence(listing.fate(2))).toContain("publishes no port");
});

test.each([
  "node 7 me 3u IPv4 1 0t0 TCP 192.0.2.1:80->198.51.100.1:40000 (ESTABLISHED)",
  "The rule 0.0.0.0:80 -> 80/tcp is in the table",
  "-A DOCKER -p tcp -m tcp --dport 80 -j DNAT --to-destination 172.17.0.2:80",
  "80/tcp open http",
  "x->y/tcp",
])("%s is no container", (line) => {
  const { listing } = readListing(line);
  expect(listing.blocks.map(({ dialect }) => dialect)).not.toContain("docker-ps");
});

test("a line of many ports has the same rows in whatever order they are asked for", () => {
  const line = (first: number) =>
    `0123456789ab web "web" 2 days ago Up 2 days ${[0, 1, 2, 3].map((at) => `0.0.0.0:${first + 10 * at}-${first + 1 + 10 * at}->${80 + at}-${81 + at}/tcp, 9/udp`).join(", ")} web`;
  const listing = decode(`${line(1000)}\n${line(2000)}\n`);
  const inOrder = Array.from({ length: listing.rowCount }, (_, row) => listing.row(row).entry);
  expect(inOrder.map(({ local }) => local.port)).toEqual([
    1000, 1001, 1010, 1011, 1020, 1021, 1030, 1031, 2000, 2001, 2010, 2011, 2020, 2021, 2030, 2031,
  ]);
  for (const step of [3, 5, 7, 15])
    for (let row = 0, count = 0; count < 16; row = (row + step) % 16, count += 1)
      expect(listing.row(row).entry).toEqual(inOrder[row]);
});
