/**
 * What a program's next line must know of the lines before it: which sockets there are, of what kind, and by which
 * names. A name of a file may be any text; in code it becomes an identifier that is no word of the language.
 */
import type { SocketAddress, SocketOption } from "../calls.ts";
import type { NamedCall } from "../file-calls.ts";

export const CODE_LANGUAGES = ["python", "c", "node"] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

export interface CodeContext {
  /** By the file's names. */
  readonly sockets: ReadonlyMap<string, KnownSocket>;
  /** Every name that was given to a socket or a process, in order; twice where it was given twice. */
  readonly names: readonly string[];
}

export interface KnownSocket {
  readonly domain: 4 | 6;
  readonly type: "stream" | "dgram" | "raw";
  readonly bound: SocketAddress | null;
  /** connect(), listen() or accept() was called for it: only then has Node an object for a TCP socket. */
  readonly isMade: boolean;
  readonly isListener: boolean;
  /** Set so far, in order. */
  readonly options: readonly SocketOption[];
}

/** A line of code for a call. */
export interface CodeLine {
  readonly text: string;
  /** One sentence for a person, where the language has no such call or does more than the line says. */
  readonly note: string | null;
}

/** A line with what has to stand around it. */
export interface SurroundedLine extends CodeLine {
  readonly before: string | null;
  readonly after: string | null;
}

export const NEW_PROGRAM: CodeContext = { sockets: new Map(), names: [] };

const UNKNOWN: KnownSocket = {
  domain: 4,
  type: "stream",
  bound: null,
  isMade: false,
  isListener: false,
  options: [],
};

export function socketOf({ on }: NamedCall, context: CodeContext): KnownSocket {
  return (on === null ? undefined : context.sockets.get(on)) ?? UNKNOWN;
}

/** The context of the line after this one. */
export function contextAfter(context: CodeContext, named: NamedCall): CodeContext {
  const { call, on, as } = named;
  const socket = socketOf(named, context);
  switch (call.name) {
    case "socket":
      return withName(context, as ?? UNNAMED, { ...UNKNOWN, domain: call.domain, type: call.type });
    case "accept":
      return withName(context, as ?? UNNAMED, {
        ...UNKNOWN,
        domain: socket.domain,
        isMade: true,
      });
    case "fork":
      return { ...context, names: [...context.names, as ?? UNNAMED_CHILD] };
    case "bind":
      return withSocket(context, on, { ...socket, bound: call.to });
    case "listen":
      return withSocket(context, on, { ...socket, isMade: true, isListener: true });
    case "connect":
      return withSocket(context, on, { ...socket, isMade: true });
    case "setsockopt":
      return withSocket(context, on, { ...socket, options: [...socket.options, call.option] });
    default:
      return context;
  }
}

export const UNNAMED = "unnamed";
export const UNNAMED_CHILD = "child";

function withName(context: CodeContext, name: string, socket: KnownSocket): CodeContext {
  return withSocket({ ...context, names: [...context.names, name] }, name, socket);
}

function withSocket(context: CodeContext, on: string | null, socket: KnownSocket): CodeContext {
  return on === null
    ? context
    : { ...context, sockets: new Map([...context.sockets, [on, socket]]) };
}
