import { createContext, use } from "react";
import type { CallId } from "#simulator/calls";
import type { HostName, SocketId } from "#simulator/world";

interface Asking {
  /** Why the call gave what it gave. */
  readonly askCall: (call: CallId) => void;
  /** Why the socket is in the state in which it is at this moment. */
  readonly askState: (host: HostName, socket: SocketId) => void;
}

/** For whatever can be asked about: the same functions all the time, so that nothing is painted anew for them. */
export const AskingContext = createContext<Asking>({ askCall: () => {}, askState: () => {} });

export const useAsking = () => use(AskingContext);

/** How what can be asked about looks. */
export const ASKABLE =
  "min-h-6 underline decoration-ink/50 decoration-dotted underline-offset-4 hover:decoration-accent hover:decoration-solid";
