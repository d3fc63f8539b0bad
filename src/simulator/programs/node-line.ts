/**
 * A call in Node 20, by the documentation of its modules net and dgram. Nothing waits there: what a call would wait
 * for comes to a function later, and the lines that follow stand inside it. For TCP there is no object before
 * connect() or listen(), so that the calls before them are part of their line.
 */
import type { SocketAddress, SocketCall, SocketOption } from "../calls.ts";
import type { NamedCall } from "../file-calls.ts";
import {
  type CodeContext,
  type CodeLine,
  type KnownSocket,
  UNNAMED,
  UNNAMED_CHILD,
  socketOf,
} from "./code-context.ts";
import { identifier } from "./identifiers.ts";
import { addressText, nodeData } from "./literals.ts";

export interface NodeLine extends CodeLine {
  /** "opens": lines that follow stand inside, until `});`. "joins": part of a later line of its socket. */
  readonly kind: "statement" | "opens" | "joins";
  /** The first line inside. */
  readonly inside: string | null;
}

export function nodeLine(named: NamedCall, context: CodeContext): NodeLine {
  const known = socketOf(named, context);
  if (named.call.name === "fork") return forked(named, context);
  if (named.call.name === "exit") return statement("process.exit();");
  if (named.call.name === "socket") return created(named, named.call, context);
  return known.type === "raw"
    ? missing(`${named.call.name}()`, NO_RAW)
    : known.type === "dgram"
      ? datagramLine(named, known, context)
      : streamLine(named, known, context);
}

const NO_RAW = "Node has no raw sockets.";

function created(
  { as }: NamedCall,
  { type, domain }: Extract<SocketCall, { name: "socket" }>,
  context: CodeContext,
): NodeLine {
  if (type === "raw") return missing("socket()", NO_RAW);
  if (type === "dgram")
    return statement(
      `const ${newName(as ?? UNNAMED, context)} = dgram.createSocket("${domain === 6 ? "udp6" : "udp4"}");`,
    );
  return joins("socket()", "Node makes a TCP socket only when it connects or listens.");
}

function forked({ as }: NamedCall, context: CodeContext): NodeLine {
  return statement(
    `const ${newName(as ?? UNNAMED_CHILD, context)} = fork(process.argv[1]);`,
    "Node's fork() starts the program from its beginning; the new one does not have the sockets.",
  );
}

function streamLine(named: NamedCall, known: KnownSocket, context: CodeContext): NodeLine {
  const { call, on, as, nonBlocking } = named;
  const socket = nodeName(on ?? UNNAMED, context);
  if (!known.isMade && !EARLY.has(call.name))
    return missing(
      `${call.name}()`,
      "Node has no object for this socket before it connects or listens.",
    );
  switch (call.name) {
    case "bind":
      return joins(
        "bind()",
        "Node has no bind() of its own for TCP: listen() or connect() takes the address.",
      );
    case "listen": {
      const { address, port } = known.bound ?? { address: "*", port: 0 };
      const only = hasOption(known, "IPV6_V6ONLY") ? ", ipv6Only: true" : "";
      const options = `{ host: "${addressText(address, known.domain)}", port: ${port}, backlog: ${call.backlog}${only} }`;
      return statement(
        known.isMade
          ? `${socket}.listen(${options});`
          : `const ${socket} = net.createServer({ allowHalfOpen: true }).listen(${options});`,
        known.isMade ? null : HALF_OPEN,
      );
    }
    case "connect": {
      if (call.to === null) return missing("connect()", "A TCP socket keeps its peer.");
      const options = `{ ${[...connectOptions(call.to, known), "allowHalfOpen: true"].join(", ")} }`;
      return statement(
        known.isMade
          ? `${socket}.connect(${options});`
          : `const ${socket} = net.connect(${options});`,
        "Node goes on at once and tells later, by the event connect or error.",
      );
    }
    case "accept":
      return nonBlocking
        ? missing(
            "accept()",
            "Node cannot ask whether a connection is there; it says when one comes.",
          )
        : opens(
            `${socket}.once("connection", (${as === null ? "connection" : newName(as, context)}) => {`,
            null,
            "Node accepts by itself and hands each connection to this function.",
          );
    case "send":
    case "sendto":
      return statement(`${socket}.write(${nodeData(call.data)});`);
    case "recv":
    case "recvfrom":
      return nonBlocking
        ? statement(`console.log(${socket}.read());`, READS)
        : opens(`${socket}.once("readable", () => {`, `console.log(${socket}.read());`, READS);
    case "shutdown":
      return call.how === "read"
        ? missing("shutdown()", "Node cannot shut down reading alone.")
        : statement(
            `${socket}.end();`,
            call.how === "both" ? "Node's end() shuts down writing alone." : null,
          );
    case "close":
      if (known.isListener) return statement(`${socket}.close();`);
      return statement(
        known.options.some(({ name, value }) => name === "SO_LINGER" && value === 0)
          ? `${socket}.resetAndDestroy();`
          : `${socket}.destroy();`,
      );
    case "getsockname":
      return statement(
        known.isListener
          ? `console.log(${socket}.address());`
          : `console.log(${socket}.localAddress, ${socket}.localPort);`,
      );
    case "getpeername":
      return statement(`console.log(${socket}.remoteAddress, ${socket}.remotePort);`);
    case "setsockopt":
      return streamOption(socket, call.option, known);
    default:
      return missing(`${call.name}()`, "Node has no such call.");
  }
}

/** Calls that make sense before there is an object. */
const EARLY: ReadonlySet<string> = new Set(["bind", "listen", "connect", "setsockopt"]);

const HALF_OPEN =
  "With allowHalfOpen this side stays open when the other closes, as in the other languages.";
const READS =
  "Node reads as data comes and keeps it; read() gives all of it, or null for none and at the end.";

function connectOptions({ address, port }: SocketAddress, known: KnownSocket): readonly string[] {
  const host = addressText(address, known.domain);
  const { bound } = known;
  return [
    `host: "${host}"`,
    `port: ${port}`,
    ...(bound === null || bound.address === "*" ? [] : [`localAddress: "${bound.address}"`]),
    ...(bound === null || bound.port === 0 ? [] : [`localPort: ${bound.port}`]),
    ...(hasOption(known, "SO_KEEPALIVE") ? ["keepAlive: true"] : []),
    ...(hasOption(known, "TCP_NODELAY") ? ["noDelay: true"] : []),
  ];
}

const hasOption = ({ options }: KnownSocket, wanted: SocketOption["name"]) =>
  options.findLast(({ name }) => name === wanted)?.value === true;

function streamOption(socket: string, option: SocketOption, known: KnownSocket): NodeLine {
  switch (option.name) {
    case "O_NONBLOCK":
      return joins(`setsockopt(${option.name})`, "In Node no socket ever waits.");
    case "SO_REUSEADDR":
      return joins("setsockopt(SO_REUSEADDR)", "Node sets SO_REUSEADDR by itself when it listens.");
    case "IPV6_V6ONLY":
      return joins("setsockopt(IPV6_V6ONLY)", "In Node it is an option of listen().");
    case "SO_LINGER":
      return option.value === 0
        ? joins("setsockopt(SO_LINGER)", "In Node resetAndDestroy() closes with a reset.")
        : missing("setsockopt(SO_LINGER)", `Node cannot set ${option.name}.`);
    case "SO_KEEPALIVE":
      return known.isMade
        ? statement(`${socket}.setKeepAlive(${option.value});`)
        : joins("setsockopt(SO_KEEPALIVE)", "In Node it is an option of connect().");
    case "TCP_NODELAY":
      return known.isMade
        ? statement(`${socket}.setNoDelay(${option.value});`)
        : joins("setsockopt(TCP_NODELAY)", "In Node it is an option of connect().");
    case "TCP_KEEPIDLE":
      return known.isMade
        ? statement(`${socket}.setKeepAlive(true, ${option.value * 1000});`)
        : joins("setsockopt(TCP_KEEPIDLE)", "Node sets it together with SO_KEEPALIVE.");
    default:
      return missing(`setsockopt(${option.name})`, `Node cannot set ${option.name}.`);
  }
}

function datagramLine(named: NamedCall, known: KnownSocket, context: CodeContext): NodeLine {
  const { call, on, nonBlocking } = named;
  const socket = nodeName(on ?? UNNAMED, context);
  const host = ({ address }: SocketAddress) => addressText(address, known.domain);
  switch (call.name) {
    case "bind":
      return statement(`${socket}.bind({ address: "${host(call.to)}", port: ${call.to.port} });`);
    case "connect":
      return call.to === null
        ? statement(`${socket}.disconnect();`)
        : opens(`${socket}.connect(${call.to.port}, "${host(call.to)}", () => {`, null);
    case "send":
      return statement(`${socket}.send(${nodeData(call.data)});`);
    case "sendto":
      return statement(
        `${socket}.send(${nodeData(call.data)}, ${call.to.port}, "${host(call.to)}");`,
      );
    case "recv":
    case "recvfrom":
      return nonBlocking
        ? missing(
            `${call.name}()`,
            "Node cannot ask whether a datagram is there; it says when one comes.",
          )
        : opens(
            `${socket}.once("message", (data, from) => {`,
            "console.log(String(data), from.address, from.port);",
            "Node hands each whole datagram to this function; it has no size to cut it at.",
          );
    case "close":
      return statement(`${socket}.close();`);
    case "getsockname":
      return statement(`console.log(${socket}.address());`);
    case "getpeername":
      return statement(`console.log(${socket}.remoteAddress());`);
    case "setsockopt":
      return datagramOption(socket, call.option);
    case "getsockopt":
      return call.option === "SO_RCVBUF" || call.option === "SO_SNDBUF"
        ? statement(`console.log(${socket}.get${BUFFERS[call.option]}BufferSize());`)
        : missing("getsockopt()", `Node cannot ask for ${call.option}.`);
    default:
      return missing(`${call.name}()`, "Node has no such call for UDP.");
  }
}

const BUFFERS = { SO_RCVBUF: "Recv", SO_SNDBUF: "Send" };

function datagramOption(socket: string, option: SocketOption): NodeLine {
  switch (option.name) {
    case "SO_RCVBUF":
    case "SO_SNDBUF":
      return statement(
        `${socket}.once("listening", () => ${socket}.set${BUFFERS[option.name]}BufferSize(${option.value}));`,
        "Node sets the size of a buffer only after bind().",
      );
    case "SO_REUSEADDR":
    case "IPV6_V6ONLY":
      return missing(
        `setsockopt(${option.name})`,
        `In Node ${option.name} is an option of createSocket().`,
      );
    default:
      return missing(`setsockopt(${option.name})`, `Node cannot set ${option.name}.`);
  }
}

const statement = (text: string, note: string | null = null): NodeLine => ({
  kind: "statement",
  text,
  note,
  inside: null,
});
const opens = (text: string, inside: string | null, note: string | null = null): NodeLine => ({
  kind: "opens",
  text,
  note,
  inside,
});
const missing = (call: string, note: string): NodeLine =>
  statement(`// ${call}: not in Node`, note);
const joins = (call: string, note: string): NodeLine => ({
  ...statement(`// ${call}: part of another call in Node`, note),
  kind: "joins",
});

/** A constant cannot be given twice: what a name is given to later has a name of its own. */
function nodeName(name: string, context: CodeContext): string {
  return numbered(name, context, context.names.filter((other) => other === name).length);
}

function newName(name: string, context: CodeContext): string {
  return numbered(name, context, context.names.filter((other) => other === name).length + 1);
}

function numbered(name: string, context: CodeContext, count: number): string {
  const plain = identifier("node", name, context);
  return count < 2 ? plain : `${plain}Again${count === 2 ? "" : count}`;
}
