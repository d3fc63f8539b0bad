/** The choices by which rows are narrowed, ordered and grouped, in words. */
import type { Grouping, SortKey } from "#netstat/arrange";
import type { Exposure, Role } from "#netstat/explanation";

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  listener: "waits for clients",
  receiver: "takes datagrams",
  bound: "holds a port",
  server: "server’s end",
  client: "client’s end",
  both: "both ends are here",
  unknown: "cannot tell",
};

export const EXPOSURE_WORDS: Readonly<Record<Exposure, string>> = {
  all: "every interface",
  interface: "one network",
  loopback: "this machine only",
  unknown: "cannot tell",
};

export const SORT_WORDS: Readonly<Record<SortKey, string>> = {
  line: "line",
  protocol: "protocol",
  localAddress: "local address",
  localPort: "local port",
  peerAddress: "peer’s address",
  peerPort: "peer’s port",
  state: "state",
  program: "program",
  pid: "process number",
  user: "user",
};

export const GROUP_WORDS: Readonly<Record<Grouping, string>> = {
  none: "nothing",
  program: "program",
  peer: "peer",
  port: "service’s port",
  state: "state",
};
