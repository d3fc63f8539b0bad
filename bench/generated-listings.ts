/** Long listings as each tool prints them, the same at every run. Pure. */

type Line = (row: {
  readonly local: number;
  readonly peer: number;
  readonly host: number;
  readonly state: number;
}) => string;

const NET_TOOLS_STATES = ["ESTABLISHED", "TIME_WAIT", "CLOSE_WAIT", "SYN_SENT"];
const SS_STATES = ["ESTAB", "TIME-WAIT", "CLOSE-WAIT", "SYN-SENT"];
const LSOF_STATES = ["ESTABLISHED", "CLOSED", "CLOSE_WAIT", "SYN_SENT"];

export const LISTINGS: readonly { name: string; heading: string; line: Line }[] = [
  {
    name: "netstat -tan",
    heading:
      "Active Internet connections (servers and established)\nProto Recv-Q Send-Q Local Address           Foreign Address         State      ",
    line: ({ local, peer, host, state }) =>
      `tcp        0      0 ${`192.0.2.7:${local}`.padEnd(23)} ${`${address(host)}:${peer}`.padEnd(23)} ${(NET_TOOLS_STATES[state] ?? "").padEnd(11)}`,
  },
  {
    name: "ss -tan",
    heading: "State      Recv-Q Send-Q Local Address:Port    Peer Address:Port  Process",
    line: ({ local, peer, host, state }) =>
      `${(SS_STATES[state] ?? "").padEnd(10)} 0      0      ${`192.0.2.7:${local}`.padStart(21)} ${`${address(host)}:${peer}`.padStart(21)}  `,
  },
  {
    name: "Windows netstat -ano",
    heading:
      "\nActive Connections\n\n  Proto  Local Address          Foreign Address        State           PID",
    line: ({ local, peer, host, state }) =>
      `  TCP    ${`192.0.2.7:${local}`.padEnd(22)} ${`${address(host)}:${peer}`.padEnd(22)} ${(NET_TOOLS_STATES[state] ?? "").padEnd(15)} ${1000 + (local % 9000)}`,
  },
  {
    name: "lsof -nP -i",
    heading: "COMMAND     PID     USER   FD   TYPE             DEVICE SIZE/OFF NODE NAME",
    line: ({ local, peer, host, state }) =>
      `firefox   ${String(1000 + (local % 9000)).padStart(5)}      ada ${String(host % 900).padStart(4)}u  IPv4 ${String(200000 + local).padStart(18)}      0t0  TCP 192.0.2.7:${local}->${address(host)}:${peer} (${LSOF_STATES[state]})`,
  },
];

/** Lines that are no rows, as of a log that was dropped by mistake. */
export const NOISE: (typeof LISTINGS)[number] = {
  name: "no listing",
  heading: "What happened today",
  line: ({ local, peer, host, state }) =>
    state === 0
      ? `2026-11-22 09:12:02,${local % 1000} INFO  [main] com.example.Server - ${address(host)}:${peer} accepted`
      : state === 1
        ? "Traceback (most recent call last):"
        : state === 2
          ? `  File "/srv/app/main.py", line ${local}, in <module>`
          : "I restarted the server yesterday and now the port is busy again, what can I do?",
};

/** A listing of `rows` rows, with its heading. */
export function generated({ heading, line }: (typeof LISTINGS)[number], rows: number): string {
  const random = numbers();
  const lines = Array.from({ length: rows }, () =>
    line({
      local: 32768 + random(28232),
      peer: [443, 80, 5432, 8080][random(4)] ?? 443,
      host: random(512),
      state: random(4),
    }),
  );
  return `${heading}\n${lines.join("\n")}\n`;
}

/** From the two documentation networks. */
function address(host: number): string {
  return host < 256 ? `198.51.100.${host}` : `203.0.113.${host - 256}`;
}

/** Whole numbers from 0 to below the bound: Lehmer's generator, from a fixed seed. */
function numbers(): (bound: number) => number {
  let seed = 20260101;
  return (bound) => {
    seed = (seed * 48271) % 2147483647;
    return seed % bound;
  };
}
