/**
 * A listener's row, and what it tells of the program behind it: the number is a hint and no proof. The row names no
 * program, or names one that the number does not suggest, or has a service's name in the number's place.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { DialectId } from "#netstat/listing";
import { print } from "#netstat/print";
import type { Draw } from "../draw.ts";
import type { Generator, Unnamed } from "../generator.ts";
import type { Choice } from "../question.ts";
import { KNOWN_SERVICES, type KnownService } from "./known-services.ts";
import { withDevices } from "./socket-draws.ts";

const SERVERS = KNOWN_SERVICES.filter(
  ({ sits, transports, name }) =>
    sits === "server" && transports.includes("tcp") && name !== "ftp-data",
);

/** Services whose names stand in every system's list, so that a tool prints them. */
const LISTED: ReadonlySet<string> = new Set([
  "http",
  "https",
  "imaps",
  "ipp",
  "ldap",
  "ldaps",
  "mssql",
  "mysql",
  "pop3",
  "pop3s",
  "postgresql",
  "rsync",
  "smtp",
  "ssh",
  "telnet",
]);

/** Programs that may be found on any port, as forwarders and as servers of all kinds. */
const PROGRAMS = ["haproxy", "node", "python3", "socat", "ssh"];

const ADDRESSES = ["127.0.0.1", "*", "192.0.2.10"];

export const behindAPort: Generator = {
  id: "behind-a-port",
  topic: "services",
  practises: "telling what a port's number proves",
  lesson: "ports/three-ranges",
  make(draw) {
    return draw.pick([withoutProgram, withoutProgram, withProgram, withProgram, withName])(draw);
  },
};

function withoutProgram(draw: Draw): Unnamed {
  const service = draw.pick(SERVERS);
  const { spoken, port } = service;
  const dialect = draw.pick<DialectId>(["net-tools", "ss", "macos-netstat", "windows-netstat"]);
  return {
    kind: "choose-one",
    prompt: "What does this row tell of the program behind it?",
    listing: listingOf(entryOf(draw, dialect, { port }), dialect),
    choices: draw.shuffled([
      {
        text: `Perhaps it is one for ${spoken}, but that is not proven.`,
        right: true,
        because: `${port} is the usual port of ${spoken}, and that is a good hint. Any program may wait at any port, and this row names none.`,
      },
      proofByNumber(service),
      ...draw.sample([byRegistration(service), noProgram(), somebodyConnected(service)], 2),
    ]),
  };
}

function withProgram(draw: Draw): Unnamed {
  const service = draw.pick(SERVERS);
  const { spoken, port } = service;
  const name = draw.pick(PROGRAMS.filter((program) => program !== service.name));
  const dialect = draw.pick<DialectId>(["net-tools", "ss", "lsof"]);
  const pid = draw.whole(700, 9999);
  const entry = entryOf(draw, dialect, { port });
  // A low port is bound by root on most systems.
  const user = port < 1024 ? "root" : draw.pick(["ana", "app", "root"]);
  const processes = [{ pid, name, user, fd: draw.whole(3, 12) }];
  return {
    kind: "choose-one",
    prompt: "Which program waits for connections here, as far as this listing tells?",
    listing: listingOf({ ...entry, processes }, dialect),
    choices: draw.shuffled([
      {
        text: `One called \`${name}\``,
        right: true,
        because: `The listing names the program that holds the socket: \`${name}\`, process ${pid}. The number suggests ${spoken}, and it may be so behind a program that passes connections on; the row does not tell.`,
      },
      {
        text: `A server made for ${spoken}: the port number says so`,
        because: `That is what the number suggests. But the row names the program, and its name is \`${name}\`.`,
        belief: "port-proves-service",
      },
      ...draw.sample<Choice>(
        [
          {
            text: `A server made for ${spoken}; \`${name}\` is the client connected to it`,
            because: `A client has a row of its own, with a peer. This one is a listener without a peer, and \`${name}\` holds it.`,
          },
          {
            text: `None: \`${name}\` may not use a port that is listed for ${spoken}`,
            because:
              "Lists of ports bind nobody. The system lets any program wait at any free port, apart from low ports where it asks for privilege.",
            belief: "registered-is-reserved",
          },
          {
            text: `The one with the process number ${port}`,
            because: `${port} is the port. The process has a number of its own, ${pid}.`,
            belief: "port-is-process",
          },
        ],
        2,
      ),
    ]),
  };
}

function withName(draw: Draw): Unnamed {
  const service = draw.pick(SERVERS.filter(({ name }) => LISTED.has(name)));
  const { port, registration, title } = service;
  const printed =
    registration.kind === "registered" ? (registration.name ?? service.name) : service.name;
  const dialect = draw.pick<DialectId>(["net-tools", "ss"]);
  return {
    kind: "choose-one",
    prompt: `The tool printed \`${printed}\` where the port stands. What does it know?`,
    listing: listingOf(entryOf(draw, dialect, { service: printed }), dialect),
    choices: draw.shuffled([
      {
        text: `That the port is ${port}, for which its list has this name`,
        right: true,
        because: `The tool saw the number ${port} and looked up a name. With the option \`-n\` it prints the number.`,
      },
      {
        text: `That the program speaks the protocol of ${title}`,
        because:
          "The name looks like a finding. But the tool exchanged no data with the program: it looked up a number in a list.",
        belief: "port-proves-service",
      },
      {
        text: `That the program is called \`${printed}\``,
        because:
          "A program's name stands in a column of its own, if the tool is asked for it. This is a name for the port.",
        belief: "port-is-process",
      },
      {
        text: `That the system keeps this port for ${title}`,
        because:
          "The list only gives names to numbers. The system lets any program have the port that may use it and comes first.",
        belief: "registered-is-reserved",
      },
    ]),
  };
}

function proofByNumber({ spoken, port }: KnownService): Choice {
  return {
    text: `It is one for ${spoken}: the port number says so.`,
    because: `Mostly it is. But the number alone proves nothing: any program may wait at ${port}, and the row names none.`,
    belief: "port-proves-service",
  };
}

function byRegistration({ spoken }: KnownService): Choice {
  return {
    text: `It must be one for ${spoken}: the system keeps the port for that.`,
    because:
      "No system keeps ports for services. IANA's registry is a list for people, and blocks nobody.",
    belief: "registered-is-reserved",
  };
}

function noProgram(): Choice {
  return {
    text: "There is no program behind it, for the row names none.",
    because:
      "The socket listens, so somebody opened it. This tool was not asked for programs, or could not see them.",
    belief: "no-name-no-program",
  };
}

function somebodyConnected({ spoken }: KnownService): Choice {
  return {
    text: `It is one for ${spoken}, and a client is connected to it.`,
    because:
      "A connected client would have a row of its own, with a peer. This row is a listener, which waits.",
    belief: "foreign-zero-is-host",
  };
}

function entryOf(
  draw: Draw,
  dialect: DialectId,
  {
    port = null,
    service = null,
  }: { readonly port?: number | null; readonly service?: string | null },
): SocketEntry {
  return {
    protocol: "tcp",
    family: 4,
    local: { address: draw.pick(ADDRESSES), zone: null, port, service },
    peer: null,
    state: "LISTEN",
    recvQ: 0,
    // Only ss shows a listener's limit here.
    sendQ: dialect === "ss" ? draw.pick([128, 511, 4096]) : 0,
    processes: [],
  };
}

function listingOf(entry: SocketEntry, dialect: DialectId): string {
  const text = print([entry], dialect).replace(/^\n+|\s+$/g, "");
  return dialect === "lsof" ? withDevices(text) : text;
}
