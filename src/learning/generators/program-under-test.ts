/**
 * Small programs of one socket or two, as steps that a mistake changes, with the other side's steps between them.
 * The same steps are printed as code, with drawn names and addresses, and made by simulated hosts, with fixed ones.
 */
import type { WrittenStep } from "#simulator/scenarios/scenario";
import {
  accepts,
  connects,
  does,
  listens,
  makes,
  makesUdp,
  SOON,
} from "#simulator/scenarios/steps";

/** What the steps are filled with. */
export interface Filling {
  /** The program's own address and that of the other side. */
  readonly own: string;
  readonly other: string;
  /** The server's port. */
  readonly port: number;
  /** The client's own port, where it asks for one. */
  readonly clientPort: number;
  /** What the program calls its first socket, and the one that accept() returns. */
  readonly socket: string;
  readonly accepted: string;
  readonly size: number;
}

export const SIMULATED: Filling = {
  own: "10.0.0.1",
  other: "10.0.0.2",
  port: 8080,
  clientPort: 40_000,
  socket: "socket",
  accepted: "accepted",
  size: 1024,
};

export const ROLES = ["TCP server", "TCP client", "UDP server", "UDP client"] as const;
export type Role = (typeof ROLES)[number];

/** `key` names a step of the program itself, on host A; the other side's have none. */
export interface ProgramStep {
  readonly key: string | null;
  readonly step: WrittenStep;
}

const own = (key: string, step: WrittenStep): ProgramStep => ({ key, step });
const others = (...steps: readonly WrittenStep[]): readonly ProgramStep[] =>
  [...steps, SOON].map((step) => ({ key: null, step }));

export function programOf(role: Role, filling: Filling): readonly ProgramStep[] {
  const { other, port, socket, accepted, size } = filling;
  switch (role) {
    case "TCP server":
      return [
        own("socket", makes("A", socket)),
        own("bind", does("A", "bind", socket, "0.0.0.0", port)),
        own("listen", does("A", "listen", socket, 5)),
        ...others(...connects("B", "client", filling.own, port)),
        own("accept", accepts("A", socket, accepted)),
        ...others(does("B", "send", "client", "request")),
        own("recv", does("A", "recv", accepted, size)),
        own("send", does("A", "send", accepted, "answer")),
        ...others(does("B", "recv", "client", 100), does("B", "close", "client")),
        own("close", does("A", "close", accepted)),
      ];
    case "TCP client":
      return [
        ...others(...listens("B", "listener", port)),
        own("socket", makes("A", socket)),
        own("connect", does("A", "connect", socket, other, port)),
        ...others(),
        own("send", does("A", "send", socket, "request")),
        ...others(),
        own("recv", does("A", "recv", socket, size)),
        own("close", does("A", "close", socket)),
      ];
    case "UDP server":
      return [
        own("socket", makesUdp("A", socket)),
        own("bind", does("A", "bind", socket, "0.0.0.0", port)),
        ...others(makesUdp("B", "client"), does("B", "connect", "client", filling.own, port)),
        ...others(does("B", "send", "client", "question")),
        own("recvfrom", does("A", "recvfrom", socket, size)),
        ...others(does("B", "recv", "client", 100)),
      ];
    case "UDP client":
      return [
        ...others(makesUdp("B", "server"), does("B", "bind", "server", "0.0.0.0", port)),
        own("socket", makesUdp("A", socket)),
        own("connect", does("A", "connect", socket, other, port)),
        own("send", does("A", "send", socket, "question")),
        ...others(),
        own("recv", does("A", "recv", socket, size)),
        own("close", does("A", "close", socket)),
      ];
  }
}

type Change = (program: readonly ProgramStep[], filling: Filling) => readonly ProgramStep[];
type StepOf = (filling: Filling) => WrittenStep;

export const without =
  (key: string): Change =>
  (program) =>
    program.filter((each) => each.key !== key);

export const withInstead =
  (key: string, step: StepOf): Change =>
  (program, filling) =>
    program.map((each) => (each.key === key ? own(key, step(filling)) : each));

/** The new step has the key `as`. */
export const withAfter =
  (key: string, as: string, step: StepOf): Change =>
  (program, filling) =>
    program.flatMap((each) => (each.key === key ? [each, own(as, step(filling))] : [each]));

export const withMoved =
  (key: string, after: string): Change =>
  (program) => {
    const moved = program.filter((each) => each.key === key);
    return program.flatMap((each) =>
      each.key === key ? [] : each.key === after ? [each, ...moved] : [each],
    );
  };

export type { Change, StepOf };
