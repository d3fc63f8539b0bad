/** A URL, and the port to which it leads: its own where it names one, else its scheme's. Numbers elsewhere in it do not count. */
import { parsePortQuery } from "#net/port-query";
import { urlScheme } from "#net/url-scheme";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { TypeNumber } from "../question.ts";

type Near = TypeNumber["near"][number];

/** Schemes that a learner meets, the first two most. */
const SCHEMES = [
  "http",
  "http",
  "https",
  "https",
  "ws",
  "wss",
  "ftp",
  "ssh",
  "sftp",
  "smb",
  "ldap",
  "ldaps",
  "postgresql",
  "mysql",
  "mongodb",
  "redis",
  "mqtt",
  "mqtts",
  "amqp",
  "rtsp",
  "git",
];

const HOSTS = [
  "example.com",
  "shop.example",
  "192.0.2.10",
  "198.51.100.7",
  "[2001:db8::10]",
  "localhost",
];
const WRITTEN = [80, 443, 3000, 5000, 8000, 8080, 8443, 9000];

export const portOfUrl: Generator = {
  id: "port-of-url",
  topic: "services",
  practises: "telling to which port a URL leads",
  lesson: "ports/sixteen-bits-and-endpoints",
  make(draw) {
    const scheme = draw.pick(SCHEMES);
    const written = drawWritten(draw, scheme);
    const decoy = draw.chance(1, 2) ? draw.pick(WRITTEN.filter((port) => port !== written)) : null;
    const host = draw.pick(HOSTS);
    const authority = `${draw.chance(1, 5) ? "ana@" : ""}${host}${written === null ? "" : `:${written}`}`;
    const url = `${scheme}://${authority}${restOf(draw, decoy)}`;
    const read = parsePortQuery(url);
    if (read.kind !== "url") throw new Error(`${url} is read as no URL.`);
    return {
      kind: "type-number",
      asks: "port",
      prompt: draw.pick([
        `The URL is \`${url}\`. To which port does it lead?`,
        `A program opens \`${url}\`. To which port does it connect?`,
      ]),
      answer: read.port,
      because:
        read.portFrom === "url"
          ? `The port stands after the host: ${read.port}.${read.defaultPort === read.port ? ` It is ${scheme}'s own port, so it could be left out.` : ""}`
          : `No port stands after the host, so the scheme decides: ${scheme} means ${read.port}.`,
      near: nearOf(read.port, scheme, decoy, host),
    };
  },
};

/** A port that is written after the host; now and then it is the scheme's own. */
function drawWritten(draw: Draw, scheme: string): number | null {
  if (draw.chance(3, 5)) return null;
  return draw.chance(1, 6) ? (urlScheme(scheme)?.port ?? null) : draw.pick(WRITTEN);
}

/** What follows the host, with a number in it that is no port. */
function restOf(draw: Draw, decoy: number | null): string {
  if (decoy === null) return draw.pick(["", "/", "/list", "/a/b"]);
  return draw.pick([
    `/${decoy}`,
    `/list?port=${decoy}`,
    `/list/${decoy}/a`,
    `/?to=192.0.2.20:${decoy}`,
  ]);
}

function nearOf(port: number, scheme: string, decoy: number | null, host: string): readonly Near[] {
  const near: Near[] = [];
  const add = (value: number | null | undefined, because: string) => {
    if (typeof value === "number" && value !== port && near.every((each) => each.value !== value))
      near.push({ value, because });
  };
  add(
    decoy,
    `${decoy} stands in the path or the query, which the server reads later. A port stands directly after the host.`,
  );
  const own = urlScheme(scheme)?.port;
  add(
    own,
    `${own} is ${scheme}'s own port. It counts where the URL names none, and this one names ${port}.`,
  );
  for (const other of [`${scheme}s`, scheme.replace(/s$/, "")]) {
    const sibling = urlScheme(other);
    if (other !== scheme)
      add(
        sibling?.port,
        `${sibling?.port} is the port of ${other}. This URL's scheme is ${scheme}.`,
      );
  }
  if (scheme === "sftp")
    add(urlScheme("ftp")?.port, "21 is the port of ftp. sftp is another protocol, a part of SSH.");
  if (!scheme.startsWith("http"))
    add(
      80,
      `80 is the port of http. This URL's scheme is ${scheme}, and no browser need be involved.`,
    );
  if (host.startsWith("["))
    add(10, "The 10 ends the IPv6 address. The brackets keep it from being taken for a port.");
  return near;
}
