/** Every generator, topic by topic. A new one is added here and nowhere else. */
import type { Generator } from "./generator.ts";
import { behindAPort } from "./generators/behind-a-port.ts";
import { bindTogether } from "./generators/bind-together.ts";
import { callInProgram } from "./generators/call-in-program.ts";
import { callsInOrder } from "./generators/calls-in-order.ts";
import { clientPortsOfSystem } from "./generators/client-ports-of-system.ts";
import { clientSees } from "./generators/client-sees.ts";
import { commandForQuestion } from "./generators/command-for-question.ts";
import { connectionsLeft } from "./generators/connections-left.ts";
import { countOfPorts } from "./generators/count-of-ports.ts";
import { edgeOfRange } from "./generators/edge-of-range.ts";
import { encryptedServices } from "./generators/encrypted-services.ts";
import { encryptedSibling } from "./generators/encrypted-sibling.ts";
import { endpointRespelled } from "./generators/endpoint-respelled.ts";
import { endsOfRange } from "./generators/ends-of-range.ts";
import { errorOfCall } from "./generators/error-of-call.ts";
import { fieldOfRow } from "./generators/field-of-row.ts";
import { impossibleRow } from "./generators/impossible-row.ts";
import { listenersByReach } from "./generators/listeners-by-reach.ts";
import { missingCall } from "./generators/missing-call.ts";
import { missingInRow } from "./generators/missing-in-row.ts";
import { nextNumber } from "./generators/next-number.ts";
import { nextState } from "./generators/next-state.ts";
import { otherEnd } from "./generators/other-end.ts";
import { partOfEndpoint } from "./generators/part-of-endpoint.ts";
import { portAndRegistry } from "./generators/port-and-registry.ts";
import { portIntoHex } from "./generators/port-into-hex.ts";
import { portOfService } from "./generators/port-of-service.ts";
import { portOfUrl } from "./generators/port-of-url.ts";
import { portOutOfHex } from "./generators/port-out-of-hex.ts";
import { portsIntoRanges } from "./generators/ports-into-ranges.ts";
import { portsWithoutPrivilege } from "./generators/ports-without-privilege.ts";
import { predictAStep } from "./generators/predict-a-step.ts";
import { rangeOfPort } from "./generators/range-of-port.ts";
import { receivesOfSends } from "./generators/receives-of-sends.ts";
import { remedyOfRow } from "./generators/remedy-of-row.ts";
import { roleOfRow } from "./generators/role-of-row.ts";
import { rowAfterCall } from "./generators/row-after-call.ts";
import { rowForSegment } from "./generators/row-for-segment.ts";
import { rowInTheWay } from "./generators/row-in-the-way.ts";
import { rowsPilingUp } from "./generators/rows-piling-up.ts";
import { sameEndpoint } from "./generators/same-endpoint.ts";
import { segmentsInOrder } from "./generators/segments-in-order.ts";
import { serviceOnPort } from "./generators/service-on-port.ts";
import { servicesIntoTransports } from "./generators/services-into-transports.ts";
import { sidesOfCalls } from "./generators/sides-of-calls.ts";
import { sidesOfPorts } from "./generators/sides-of-ports.ts";
import { socketTypesSorted } from "./generators/socket-types-sorted.ts";
import { socketsOfCalls } from "./generators/sockets-of-calls.ts";
import { symptomToCause } from "./generators/symptom-to-cause.ts";
import { systemsOfClientPort } from "./generators/systems-of-client-port.ts";
import { tuplesTogether } from "./generators/tuples-together.ts";
import { validEndpoints } from "./generators/valid-endpoints.ts";
import { waitingForAccept } from "./generators/waiting-for-accept.ts";
import { whoClosedFirst } from "./generators/who-closed-first.ts";
import { whoReachesListener } from "./generators/who-reaches-listener.ts";

export const GENERATORS: readonly Generator[] = [
  // Port ranges
  rangeOfPort,
  portsIntoRanges,
  edgeOfRange,
  endsOfRange,
  countOfPorts,
  systemsOfClientPort,
  clientPortsOfSystem,
  portAndRegistry,
  portsWithoutPrivilege,
  portOutOfHex,
  portIntoHex,
  // Services
  serviceOnPort,
  portOfService,
  encryptedSibling,
  servicesIntoTransports,
  encryptedServices,
  sidesOfPorts,
  portOfUrl,
  behindAPort,
  // Endpoints and socket types
  partOfEndpoint,
  sameEndpoint,
  validEndpoints,
  endpointRespelled,
  tuplesTogether,
  socketTypesSorted,
  // Socket API
  callsInOrder,
  receivesOfSends,
  errorOfCall,
  sidesOfCalls,
  socketsOfCalls,
  callInProgram,
  rowAfterCall,
  missingCall,
  // Handshake and states
  nextState,
  whoClosedFirst,
  segmentsInOrder,
  nextNumber,
  clientSees,
  predictAStep,
  // Reading netstat
  fieldOfRow,
  missingInRow,
  roleOfRow,
  otherEnd,
  impossibleRow,
  waitingForAccept,
  // Binding and exposure
  whoReachesListener,
  listenersByReach,
  bindTogether,
  rowForSegment,
  // Troubleshooting
  symptomToCause,
  rowInTheWay,
  rowsPilingUp,
  connectionsLeft,
  remedyOfRow,
  commandForQuestion,
];

/** Undefined where there is none of that name, such as in a link of a newer version. */
export function generatorById(id: string): Generator | undefined {
  return GENERATORS.find((generator) => generator.id === id);
}
