import type { PortRangeId } from "#net/port-range";

/** A band's own hue, the same in every figure. */
export const BAND_FILLS: Record<PortRangeId, string> = {
  system: "fill-system",
  user: "fill-user",
  dynamic: "fill-dynamic",
};

/** Where one range is meant, the others step back. */
export function bandOpacity(id: PortRangeId, highlight: PortRangeId | undefined): number {
  return highlight === undefined || highlight === id ? 1 : 0.3;
}
