/** "What goes over the wire now?": what the beat sends, or that it sends nothing. */
import type { SocketCall } from "#simulator/calls";
import { addressesOf, type Packet } from "#simulator/packet";
import { type Draft, guess } from "./predict-guess.ts";
import { type EffectOf, effectsOf, type Moment, nameOfAddress } from "./predict-moment.ts";
import { hasSentFin, wrongSegments } from "./predict-segment-guesses.ts";
import { NOTHING, packetWords, reasonText, sendText } from "./predict-words.ts";

type Sent = EffectOf<"sent">;

/** Null where the answer is nobody's to know, or not worth a question. */
export function segmentDraft(moment: Moment): Draft | null {
  if (!isSegmentKnowable(moment)) return null;
  const sent = effectsOf(moment.beat, "sent");
  const [only] = sent;
  const right =
    only === undefined
      ? guess(NOTHING, whyNothing(moment))
      : guess(sentWords(moment, only), reasonText(only.why));
  return {
    asks: "What goes over the wire now?",
    right,
    wrong: wrongSegments(moment, only?.packet ?? null),
  };
}

function sentWords({ before, trigger }: Moment, { host, packet, isRetransmission }: Sent): string {
  const to = nameOfAddress(before, host, addressesOf(packet).to);
  const again = isRetransmission && trigger.kind === "timer" ? " again" : "";
  return `${sendText(host, packetWords(packet), to)}${again}`;
}

/**
 * When a system acknowledges data is its own affair: at once or a little later. What a filter answers is written in
 * its rules, and not on the wire.
 */
export function isSegmentKnowable({ beat, trigger, host }: Moment): boolean {
  const sent = effectsOf(beat, "sent");
  if (sent.length > 1 || sent.some((effect) => effect.host !== host)) return false;
  const [only] = sent;
  const isPlainAck = only !== undefined && packetWords(only.packet) === "ACK";
  switch (trigger.kind) {
    case "call":
      return isCallKnowable(trigger.call, only?.packet ?? null, isPlainAck);
    case "timer":
      return (
        (trigger.timer === "retransmission" || trigger.timer === "tail-loss-probe") &&
        only !== undefined
      );
    case "arrival": {
      const isAnsweredByFilter =
        only !== undefined &&
        effectsOf(beat, "discarded").some(({ why }) => why.rule === "the filter");
      if (isAnsweredByFilter) return false;
      const { packet } = trigger;
      if (packet.kind !== "tcp") return packet.kind === "udp";
      if (packet.data !== "") return false;
      // A FIN may be acknowledged later, unless the connection ends with it.
      if (packet.flags.fin) return effectsOf(beat, "state").some(({ to }) => to === "TIME-WAIT");
      // An ACK that sets data free sends what a learner could not count.
      if (packetWords(packet) === "ACK")
        return only === undefined || packetWords(only.packet) === "RST";
      return true;
    }
  }
}

function isCallKnowable(call: SocketCall, sent: Packet | null, isPlainAck: boolean): boolean {
  switch (call.name) {
    case "connect":
    case "close":
    case "shutdown":
    case "accept":
    case "exit":
      return true;
    case "send":
    case "sendto":
      // How much of a long text goes at once is the window's and the buffer's affair.
      // What goes through a raw socket is the program's own make.
      return (sent?.kind === "tcp" || sent?.kind === "udp") && sent.data === call.data;
    case "recv":
      return !isPlainAck && sent === null;
    default:
      return false;
  }
}

function whyNothing(moment: Moment): string {
  const { beat, trigger } = moment;
  const [silent] = [...effectsOf(beat, "dropped"), ...effectsOf(beat, "discarded")];
  if (silent !== undefined) return reasonText(silent.why);
  if (trigger.kind === "call") return whyCallSendsNothing(moment, trigger.call.name);
  if (trigger.kind === "arrival" && trigger.packet.kind === "tcp") {
    if (trigger.packet.flags.rst && effectsOf(beat, "state").length === 0)
      return "Its number is outside of the window, so it is not taken for the other end's. The rule: RFC 9293 §3.10.7.4, first check.";
    if (trigger.packet.flags.rst)
      return "A reset is never answered: it would go on for ever. The rule: RFC 9293 §3.10.7.";
    return "An ACK without data takes no sequence number, so there is nothing in it to acknowledge. The rule: RFC 9293 §3.4.";
  }
  return "UDP acknowledges nothing. Whether an answer goes back is the program's affair. The rule: RFC 768.";
}

function whyCallSendsNothing(moment: Moment, name: string): string {
  const { beat, host } = moment;
  const result = effectsOf(beat, "returned").find((effect) => effect.host === host)?.result;
  const blocked = effectsOf(beat, "blocked").find((effect) => effect.host === host);
  if (name === "accept")
    return `The kernel has done the handshake without the program. \`accept()\` only takes the connection out of a queue, and that is between ${host}'s program and its own kernel.`;
  if (hasSentFin(moment))
    return "This end's FIN went before, and there is nothing else to say. The rule: RFC 9293 §3.6.";
  if (name === "recv")
    return `\`recv()\` reads from a buffer of ${host}'s own kernel. Nobody is asked for data, and only after a buffer that was nearly full would there be a word to say.`;
  const why = result?.why ?? blocked?.why;
  return why === undefined ? "Nothing of it concerns the other end." : reasonText(why);
}
