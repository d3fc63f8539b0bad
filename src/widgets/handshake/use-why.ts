import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { CallId } from "#simulator/calls";
import type { HostName, SocketId } from "#simulator/world";
import type { Selection } from "./selection.ts";

/** Leads to the reasons, whoever asked: they may be folded, and stand below what is asked about. */
export function useWhy(position: number, select: (selection: Selection) => void) {
  const why = useRef<HTMLDivElement>(null);
  const [isWhyOpen, openWhy] = useState(false);
  const now = useRef(position);
  useEffect(() => {
    now.current = position;
  }, [position]);

  const showWhy = useCallback(() => {
    flushSync(() => openWhy(true));
    why.current?.focus();
  }, []);
  const asking = useMemo(() => {
    const ask = (selection: Selection) => {
      select(selection);
      showWhy();
    };
    return {
      askCall: (id: CallId) => ask({ kind: "call", id }),
      askState: (host: HostName, socket: SocketId) =>
        ask({ kind: "state", host, socket, position: now.current }),
    };
  }, [select, showWhy]);
  return { why, isWhyOpen, openWhy, showWhy, asking };
}
