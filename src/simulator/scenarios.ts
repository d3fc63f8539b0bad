/** The library of named scenarios: every one is a small file in scenarios/, in the order in which they are listed. */
import { openAndClose } from "./scenarios/open-and-close.ts";
import { serverClosesFirst } from "./scenarios/server-closes-first.ts";
import { simultaneousClose } from "./scenarios/simultaneous-close.ts";
import { simultaneousOpen } from "./scenarios/simultaneous-open.ts";
import { halfClose } from "./scenarios/half-close.ts";
import { streamHasNoRecords } from "./scenarios/stream-has-no-records.ts";
import { abortWithLingerZero } from "./scenarios/abort-with-linger-zero.ts";
import { unreadDataResets } from "./scenarios/unread-data-resets.ts";
import { forkedDescriptor } from "./scenarios/forked-descriptor.ts";
import { processKilled } from "./scenarios/process-killed.ts";
import { closeBeforeAnswer } from "./scenarios/close-before-answer.ts";
import { refused } from "./scenarios/refused.ts";
import { refusedOrFiltered } from "./scenarios/refused-or-filtered.ts";
import { establishedTakesNobody } from "./scenarios/established-takes-nobody.ts";
import { wrongBindAddress } from "./scenarios/wrong-bind-address.ts";
import { addressOfAnotherMachine } from "./scenarios/address-of-another-machine.ts";
import { loopback } from "./scenarios/loopback.ts";
import { loopbackToOutside } from "./scenarios/loopback-to-outside.ts";
import { localhostTwice } from "./scenarios/localhost-twice.ts";
import { oneAddressTwoWays } from "./scenarios/one-address-two-ways.ts";
import { filterBeforeListener } from "./scenarios/filter-before-listener.ts";
import { dualStack } from "./scenarios/dual-stack.ts";
import { privilegedPort } from "./scenarios/privileged-port.ts";
import { invisibleSockets } from "./scenarios/invisible-sockets.ts";
import { listenWithoutBind } from "./scenarios/listen-without-bind.ts";
import { closeWaitLeak } from "./scenarios/close-wait-leak.ts";
import { keepaliveInCloseWait } from "./scenarios/keepalive-in-close-wait.ts";
import { waitingCalls } from "./scenarios/waiting-calls.ts";
import { fullAcceptQueue } from "./scenarios/full-accept-queue.ts";
import { acceptQueueRace } from "./scenarios/accept-queue-race.ts";
import { threeClientsOnePort } from "./scenarios/three-clients-one-port.ts";
import { twoServersOnePort } from "./scenarios/two-servers-one-port.ts";
import { bindConflicts } from "./scenarios/bind-conflicts.ts";
import { reuseportSpread } from "./scenarios/reuseport-spread.ts";
import { tcpAndUdp53 } from "./scenarios/tcp-and-udp-53.ts";
import { notHttpOn80 } from "./scenarios/not-http-on-80.ts";
import { pingWithoutPort } from "./scenarios/ping-without-port.ts";
import { restartOverTimeWait } from "./scenarios/restart-over-time-wait.ts";
import { restartWithReuseaddr } from "./scenarios/restart-with-reuseaddr.ts";
import { restartWithClients } from "./scenarios/restart-with-clients.ts";
import { secondListener } from "./scenarios/second-listener.ts";
import { portsExhausted } from "./scenarios/ports-exhausted.ts";
import { timeWaitSixtySeconds } from "./scenarios/time-wait-sixty-seconds.ts";
import { finTimeout } from "./scenarios/fin-timeout.ts";
import { lastAckLost } from "./scenarios/last-ack-lost.ts";
import { synLostOnce } from "./scenarios/syn-lost-once.ts";
import { synLostForEver } from "./scenarios/syn-lost-for-ever.ts";
import { synLostForEverClassic } from "./scenarios/syn-lost-for-ever-classic.ts";
import { synAckLost } from "./scenarios/syn-ack-lost.ts";
import { handshakeAckLost } from "./scenarios/handshake-ack-lost.ts";
import { dataLost } from "./scenarios/data-lost.ts";
import { finLost } from "./scenarios/fin-lost.ts";
import { halfOpenFoundBySyn } from "./scenarios/half-open-found-by-syn.ts";
import { halfOpenFoundByData } from "./scenarios/half-open-found-by-data.ts";
import { vanishedPeer } from "./scenarios/vanished-peer.ts";
import { vanishedPeerKeepalive } from "./scenarios/vanished-peer-keepalive.ts";
import { writeToClosedPeer } from "./scenarios/write-to-closed-peer.ts";
import { oldDuplicateSyn } from "./scenarios/old-duplicate-syn.ts";
import { blindReset } from "./scenarios/blind-reset.ts";
import { synFlood } from "./scenarios/syn-flood.ts";
import { synFloodWithCookies } from "./scenarios/syn-flood-with-cookies.ts";
import { rawCopy } from "./scenarios/raw-copy.ts";
import { udpRequestAndReply } from "./scenarios/udp-request-and-reply.ts";
import { udpLost } from "./scenarios/udp-lost.ts";
import { udpDoubled } from "./scenarios/udp-doubled.ts";
import { udpOutOfOrder } from "./scenarios/udp-out-of-order.ts";
import { udpToNobody } from "./scenarios/udp-to-nobody.ts";
import { udpConnected } from "./scenarios/udp-connected.ts";
import { udpTruncated } from "./scenarios/udp-truncated.ts";
import { udpOverflow } from "./scenarios/udp-overflow.ts";
import { sameLossStream } from "./scenarios/same-loss-stream.ts";
import { sameLossDatagram } from "./scenarios/same-loss-datagram.ts";
import { sameLossRaw } from "./scenarios/same-loss-raw.ts";
import { rawHeaders } from "./scenarios/raw-headers.ts";
import { rfcFigure6 } from "./scenarios/rfc-figure-6.ts";
import { rfcFigure7 } from "./scenarios/rfc-figure-7.ts";
import { rfcFigure8 } from "./scenarios/rfc-figure-8.ts";
import { rfcFigure9 } from "./scenarios/rfc-figure-9.ts";
import { rfcFigure10 } from "./scenarios/rfc-figure-10.ts";
import { rfcFigure11 } from "./scenarios/rfc-figure-11.ts";
import { rfcFigure12 } from "./scenarios/rfc-figure-12.ts";
import { rfcFigure13 } from "./scenarios/rfc-figure-13.ts";
import type { Scenario } from "./scenarios/scenario.ts";

export const SCENARIOS: readonly Scenario[] = [
  openAndClose,
  serverClosesFirst,
  simultaneousClose,
  simultaneousOpen,
  halfClose,
  streamHasNoRecords,
  abortWithLingerZero,
  unreadDataResets,
  forkedDescriptor,
  processKilled,
  closeBeforeAnswer,
  refused,
  refusedOrFiltered,
  establishedTakesNobody,
  wrongBindAddress,
  addressOfAnotherMachine,
  loopback,
  loopbackToOutside,
  localhostTwice,
  oneAddressTwoWays,
  filterBeforeListener,
  dualStack,
  privilegedPort,
  invisibleSockets,
  listenWithoutBind,
  closeWaitLeak,
  keepaliveInCloseWait,
  waitingCalls,
  fullAcceptQueue,
  acceptQueueRace,
  threeClientsOnePort,
  twoServersOnePort,
  bindConflicts,
  reuseportSpread,
  tcpAndUdp53,
  notHttpOn80,
  pingWithoutPort,
  restartOverTimeWait,
  restartWithReuseaddr,
  restartWithClients,
  secondListener,
  portsExhausted,
  timeWaitSixtySeconds,
  finTimeout,
  lastAckLost,
  synLostOnce,
  synLostForEver,
  synLostForEverClassic,
  synAckLost,
  handshakeAckLost,
  dataLost,
  finLost,
  halfOpenFoundBySyn,
  halfOpenFoundByData,
  vanishedPeer,
  vanishedPeerKeepalive,
  writeToClosedPeer,
  oldDuplicateSyn,
  blindReset,
  synFlood,
  synFloodWithCookies,
  rawCopy,
  udpRequestAndReply,
  udpLost,
  udpDoubled,
  udpOutOfOrder,
  udpToNobody,
  udpConnected,
  udpTruncated,
  udpOverflow,
  sameLossStream,
  sameLossDatagram,
  sameLossRaw,
  rawHeaders,
  rfcFigure6,
  rfcFigure7,
  rfcFigure8,
  rfcFigure9,
  rfcFigure10,
  rfcFigure11,
  rfcFigure12,
  rfcFigure13,
];

/** Undefined where there is none of that name. */
export function scenarioById(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}
