/** A packet of a trace, in words. */
import type { TracePacket } from "./kernel-trace-packet.ts";

/** "A:38058 > B:8080 PSH,ACK seq 1 ack 1, 5 bytes" */
export function packetWords(packet: TracePacket): string {
  switch (packet.kind) {
    case "tcp": {
      const { from, to, flags, seq, isSeqAbsolute, ack, length } = packet;
      const numbers = `seq ${seq}${isSeqAbsolute ? " (as on the wire)" : ""}${ack === null ? "" : ` ack ${ack}`}`;
      const data = length === 0 ? "" : `, ${bytes(length)}`;
      return `${from.host}:${from.port} > ${to.host}:${to.port} ${flags} ${numbers}${data}`;
    }
    case "udp": {
      const { from, to, length } = packet;
      return `${from.host}:${from.port} > ${to.host}:${to.port} UDP, ${bytes(length)}`;
    }
    case "icmp": {
      const { from, to, type, code, quoted } = packet;
      return `${from} > ${to} ICMP type ${type} code ${code}, about ${quoted.protocol} ${quoted.from} > ${quoted.to}`;
    }
  }
}

const bytes = (length: number) => (length === 1 ? "1 byte" : `${length} bytes`);
