import { useLayoutEffect, useMemo, useRef } from "react";

type Handlers = Readonly<Record<string, (...args: never[]) => void>>;

/**
 * The same functions all the time, which do what the latest ones do: so that whatever takes them is not painted anew
 * with every moment. `before` is done before each, and may make other ones the latest. For events alone, never while
 * something is being painted.
 */
export function useSteady<Given extends Handlers>(handlers: Given, before: () => void): Given {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const names = Object.keys(handlers).join(" ");
  return useMemo(
    () =>
      Object.fromEntries(
        names.split(" ").map((name) => [
          name,
          (...args: never[]) => {
            before();
            latest.current[name]!(...args);
          },
        ]),
      ) as Handlers as Given,
    [names, before],
  );
}
