/** How families of tools spell TCP's states; a tool with words of its own starts from one of them. */
import type { TcpState } from "#net/tcp-state";

export type Spelling = Readonly<Record<TcpState, string>>;

/** The BSDs' netstat, and those made from it. */
export const BSD_SPELLING: Spelling = {
  LISTEN: "LISTEN",
  "SYN-SENT": "SYN_SENT",
  "SYN-RECEIVED": "SYN_RCVD",
  ESTABLISHED: "ESTABLISHED",
  "FIN-WAIT-1": "FIN_WAIT_1",
  "FIN-WAIT-2": "FIN_WAIT_2",
  "CLOSE-WAIT": "CLOSE_WAIT",
  CLOSING: "CLOSING",
  "LAST-ACK": "LAST_ACK",
  "TIME-WAIT": "TIME_WAIT",
  CLOSED: "CLOSED",
};

export const WINDOWS_SPELLING: Spelling = {
  ...BSD_SPELLING,
  LISTEN: "LISTENING",
  "SYN-RECEIVED": "SYN_RECEIVED",
};

/** net-tools, and lsof on Linux. */
export const LINUX_SPELLING: Spelling = {
  ...BSD_SPELLING,
  "SYN-RECEIVED": "SYN_RECV",
  "FIN-WAIT-1": "FIN_WAIT1",
  "FIN-WAIT-2": "FIN_WAIT2",
  CLOSED: "CLOSE",
};
