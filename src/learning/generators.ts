/** Every generator, topic by topic. A new one is added here and nowhere else. */
import type { Generator } from "./generator.ts";
import { clientPortsOfSystem } from "./generators/client-ports-of-system.ts";
import { countOfPorts } from "./generators/count-of-ports.ts";
import { edgeOfRange } from "./generators/edge-of-range.ts";
import { endsOfRange } from "./generators/ends-of-range.ts";
import { portIntoHex } from "./generators/port-into-hex.ts";
import { portOutOfHex } from "./generators/port-out-of-hex.ts";
import { portsIntoRanges } from "./generators/ports-into-ranges.ts";
import { portsWithoutPrivilege } from "./generators/ports-without-privilege.ts";
import { systemsOfClientPort } from "./generators/systems-of-client-port.ts";
import { rangeOfPort } from "./generators/range-of-port.ts";

export const GENERATORS: readonly Generator[] = [
  // Port ranges
  rangeOfPort,
  portsIntoRanges,
  edgeOfRange,
  endsOfRange,
  countOfPorts,
  systemsOfClientPort,
  clientPortsOfSystem,
  portsWithoutPrivilege,
  portOutOfHex,
  portIntoHex,
];

/** Undefined where there is none of that name, such as in a link of a newer version. */
export function generatorById(id: string): Generator | undefined {
  return GENERATORS.find((generator) => generator.id === id);
}
