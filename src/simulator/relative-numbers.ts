/**
 * Sequence numbers as people read them: counted from each side's initial sequence number, so that a SYN is 0 and the
 * first byte 1. The last SYN that an end really sent to the other tells where its numbers begin; one that was put on
 * the wire by hand tells it only where nobody has sent one. A number from before is negative.
 */
import type { PacketEnd, TcpSegment } from "./packet.ts";

export class RelativeNumbers {
  readonly #origins = new Map<string, number>();

  /** To be told of every segment, in the order they were sent. */
  notice({ from, to, flags, seq }: TcpSegment, { isForged = false } = {}): void {
    const key = keyOf(from, to);
    if (flags.syn && !(isForged && this.#origins.has(key))) this.#origins.set(key, seq);
  }

  /**
   * An RST without a connection has the number 0 itself (RFC 9293 §3.10.7.1), whatever was before. `ack` is null
   * without the flag.
   */
  of({ from, to, flags, seq, ack }: TcpSegment): {
    readonly seq: number;
    readonly ack: number | null;
  } {
    const isToNoConnection = flags.rst && flags.ack && seq === 0;
    return {
      seq: isToNoConnection ? 0 : distance(seq, this.#origin(from, to)),
      ack: flags.ack ? distance(ack, this.#origin(to, from)) : null,
    };
  }

  /** The number on the wire for one that is relative to what `from` sends to `to`. */
  absolute(from: PacketEnd, to: PacketEnd, relative: number): number {
    return (relative + this.#origin(from, to)) >>> 0;
  }

  /** 0 where no SYN was seen: the numbers are as they are then. */
  #origin(from: PacketEnd, to: PacketEnd): number {
    return this.#origins.get(keyOf(from, to)) ?? 0;
  }
}

const keyOf = (from: PacketEnd, to: PacketEnd) =>
  `${from.address} ${from.port} ${to.address} ${to.port}`;

/** -2^31 to 2^31 - 1. */
const distance = (number: number, origin: number) => (number - origin) | 0;
