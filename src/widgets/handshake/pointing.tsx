import { type ReactNode, createContext, use, useCallback, useMemo, useState } from "react";
import type { LinkKey } from "./link-key.ts";

interface Pointing {
  readonly lit: readonly LinkKey[];
  readonly point: (keys: readonly LinkKey[]) => void;
}

const NOTHING: readonly LinkKey[] = [];
const Pointed = createContext<Pointing>({ lit: NOTHING, point: () => {} });

/** Holds what is pointed at, with the mouse or the focus, for all lanes below it. */
export function PointingProvider({ children }: { children: ReactNode }) {
  const [lit, point] = useState<readonly LinkKey[]>(NOTHING);
  const pointing = useMemo(() => ({ lit, point }), [lit]);
  return <Pointed value={pointing}>{children}</Pointed>;
}

/**
 * For an element that shows the things of `keys`: spread `props` on it. Pointing at it lights its counterparts up, and
 * `data-lit` is there while one of its own keys is lit.
 */
export function usePointing(keys: readonly LinkKey[]) {
  const { lit, point } = use(Pointed);
  const isLit = keys.some((key) => lit.includes(key));
  const enter = useCallback(() => point(keys), [point, keys]);
  const leave = useCallback(() => point(NOTHING), [point]);
  return {
    isLit,
    props: {
      "data-lit": isLit ? "" : undefined,
      onPointerEnter: enter,
      onPointerLeave: leave,
      onFocus: enter,
      onBlur: leave,
    },
  };
}

/** What is lit, for a figure that lights its own parts up. */
export const useLit = () => use(Pointed);
