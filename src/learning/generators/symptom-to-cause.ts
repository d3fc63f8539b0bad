import type { SocketEntry } from "#net/socket-entry";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { Choice } from "../question.ts";
import {
  datagramSocketOn,
  drawOwnAddress,
  drawPeerAddress,
  drawServers,
  listed,
  listenerOn,
  type Server,
  SS,
} from "./socket-draws.ts";

type Symptom = "refused" | "silence" | "unreachable" | "reset";
type Listener = "none" | "loopback" | "udp" | "fine" | "full" | "other-port";
type Cause =
  | "nobody"
  | "loopback"
  | "udp"
  | "other-port"
  | "full"
  | "drop"
  | "reject"
  | "no-way"
  | "broken-off";

/** What a client saw, as errno(3) words it. */
const SYMPTOMS: Readonly<Record<Symptom, string>> = {
  refused: "gets “Connection refused”, at once",
  silence: "waits for minutes and gets “Connection timed out”",
  unreachable: "gets “No route to host”",
  reset: "succeeds. But its first request ends with “Connection reset by peer”",
};

/** Which listing goes with which symptom, and what follows: a reset comes from where nobody listens, silence from a filter. */
const CASES: readonly (readonly [Symptom, Listener, Cause])[] = [
  ["refused", "none", "nobody"],
  ["refused", "loopback", "loopback"],
  ["refused", "udp", "udp"],
  ["refused", "other-port", "other-port"],
  ["refused", "fine", "reject"],
  ["silence", "fine", "drop"],
  ["silence", "full", "full"],
  ["unreachable", "fine", "no-way"],
  ["reset", "fine", "broken-off"],
];

export const symptomToCause: Generator = {
  id: "symptom-to-cause",
  topic: "troubleshooting",
  practises: "going from what a client sees to the cause, with the server's listing at hand",
  lesson: "field/refused-or-timed-out",
  make(draw) {
    const [symptom, listener, cause] = draw.pick(CASES);
    const [asked, ...others] = drawServers(draw, 3);
    const { port } = asked!;
    const address = drawOwnAddress(draw);
    const listing = listed(
      SS,
      draw.shuffled([
        ...rowsOf(draw, listener, asked!),
        ...others.map((each) => listenerOn({ address: "0.0.0.0", port: each.port }, each.program)),
      ]),
    );
    const told = draw
      .sample(
        CAUSES.filter((each) => each !== cause && isPlausible(each, symptom, listener)),
        3,
      )
      .map((each) => wrong(each, port, symptom, listener));
    return {
      kind: "choose-one",
      prompt: `A client at \`${drawPeerAddress(draw)}\` connects over TCP to \`${address}:${port}\` and ${SYMPTOMS[symptom]}. The host with the address \`${address}\` has these listeners and UDP sockets (\`ss -tulnp\` on Linux). What is the likely cause?`,
      listing,
      choices: draw.shuffled([
        { text: textOf(cause, port), right: true as const, because: whyRight(cause, port) },
        ...told,
      ]),
    };
  },
};

const CAUSES: readonly Cause[] = CASES.map(([, , cause]) => cause);

function rowsOf(draw: Draw, listener: Listener, { port, program }: Server): SocketEntry[] {
  switch (listener) {
    case "none":
      return [];
    case "loopback":
      return [listenerOn({ address: "127.0.0.1", port }, program)];
    case "udp":
      return [datagramSocketOn({ address: "0.0.0.0", port }, program)];
    case "other-port":
      return [listenerOn({ address: "0.0.0.0", port: Number(`1${port}`) }, program)];
    case "fine":
      return [listenerOn({ address: "0.0.0.0", port }, program)];
    case "full": {
      const limit = draw.pick([5, 10, 50, 128, 511]);
      return [
        listenerOn({ address: "0.0.0.0", port }, program, { recvQ: limit + 1, sendQ: limit }),
      ];
    }
  }
}

/** Wrong in this case beyond doubt: “nobody listens” is no distractor where it says the same as the right one. */
function isPlausible(cause: Cause, symptom: Symptom, listener: Listener): boolean {
  const alike: readonly Cause[] = ["nobody", "udp", "other-port", "loopback"];
  const isOpen = listener === "fine" || listener === "full";
  if (!isOpen && cause === "nobody") return false;
  // A filter can be in the way besides; it is left out where the listing explains a refusal and the symptom fits both.
  if (cause === "reject" && (symptom === "refused" || symptom === "reset")) return false;
  if (cause === "broken-off") return isOpen;
  if (cause === "full" && symptom === "unreachable") return false;
  if (cause === "other-port" && listener === "none") return false;
  return (
    isOpen || alike.includes(cause) || cause === "drop" || cause === "full" || cause === "no-way"
  );
}

function textOf(cause: Cause, port: number): string {
  switch (cause) {
    case "nobody":
      return `No program listens on port ${port} of the host.`;
    case "loopback":
      return `The program listens on port ${port} for its own host alone.`;
    case "udp":
      return `The program has UDP port ${port}, and the client asks for TCP.`;
    case "other-port":
      return `The program was started on another port, which only resembles ${port}.`;
    case "full":
      return `The program on port ${port} does not accept, and its queue is full.`;
    case "drop":
      return `A filter on the way drops the packets.`;
    case "reject":
      return `A filter refuses in the server's name, or something else than this host has answered.`;
    case "no-way":
      return `A router, the client's own system or a filter reports that the host cannot be reached.`;
    case "broken-off":
      return `The program on port ${port}, or something in front of it, breaks the connection off.`;
  }
}

function whyRight(cause: Cause, port: number): string {
  switch (cause) {
    case "nobody":
      return `No row has local port ${port}. Then the kernel answers a SYN with RST, and the client reads “refused”.`;
    case "loopback":
      return `The row has 127.0.0.1 as its local address. To a client from elsewhere it is as if nobody listened, and an RST comes back.`;
    case "udp":
      return `Port ${port} has a row of UDP alone. For TCP nobody listens there, so an RST comes back.`;
    case "other-port":
      return `No row has local port ${port} itself, but one has a longer number that ends in it. On ${port} nobody listens, so an RST comes back.`;
    case "full":
      return `Recv-Q of the listener is above its Send-Q: the connections that wait are as many as may. Linux drops further SYNs, and the client hears nothing.`;
    case "drop":
      return `The listener is there, on every address, and its queue is empty. Silence means that packets get lost, and a filter that drops is the usual reason.`;
    case "reject":
      return `The listener is there, on every address, so its kernel would not refuse. A filter can be set to send the same answer; or the address belongs to another host by now.`;
    case "no-way":
      return `The message comes from ICMP, or from an ARP request that nobody answered. No listener has a part in it.`;
    case "broken-off":
      return `The connection stood, so somebody listens and there is a way. The RST came later: from the program, perhaps because it closed with the request unread, or from a load balancer or filter before it.`;
  }
}

function wrong(cause: Cause, port: number, symptom: Symptom, listener: Listener): Choice {
  const text = textOf(cause, port);
  const because = whyWrong(cause, port, symptom, listener);
  const belief: MisconceptionId | null =
    cause === "drop" && symptom === "refused" ? "refused-is-firewall" : null;
  return belief === null ? { text, because } : { text, because, belief };
}

function whyWrong(cause: Cause, port: number, symptom: Symptom, listener: Listener): string {
  switch (cause) {
    case "nobody":
      if (symptom === "reset")
        return `An RST is what a port without a listener sends. But it would come at once, in place of the connection.`;
      return symptom === "refused"
        ? `The listing has a listener on ${port}, on every address of the host.`
        : `The listing has a listener on ${port}. And without one, an RST would come back at once.`;
    case "loopback":
      return listener === "fine" || listener === "full"
        ? `The listener's local address is 0.0.0.0: it takes connections on every IPv4 address.`
        : `No TCP row has port ${port}, on 127.0.0.1 as little as elsewhere.`;
    case "udp":
      return `It would lead to a refusal, but no row of UDP with port ${port} stands in the listing.`;
    case "other-port":
      return listener === "fine" || listener === "full" || listener === "loopback"
        ? `The listener has local port ${port} itself, digit by digit.`
        : `The row has port ${port} itself, digit by digit. What differs is something else.`;
    case "full":
      if (symptom === "reset")
        return `With a full queue no connection would come about. This one stood, and Recv-Q is 0.`;
      return listener === "fine"
        ? `Recv-Q of the listener is 0: nobody waits in its queue.`
        : `A full queue makes Linux drop SYNs: the client would wait. Besides, no queue here is full.`;
    case "drop":
      if (symptom === "refused")
        return `A filter that drops is silent, and the client would wait. Here an answer came at once.`;
      if (symptom === "reset")
        return `What stood was lost, so a filter comes to mind. But one that drops is silent, and here an RST came.`;
      return symptom === "unreachable"
        ? `A filter that drops is silent. Here somebody answered, with a message.`
        : `That would look the same from outside. But the listing shows a cause on this very host: Recv-Q of the listener is above Send-Q.`;
    case "reject":
      return symptom === "silence"
        ? `A refusal is an answer, and it comes at once. This client heard nothing.`
        : `A refusal would read “refused”. This client got another message.`;
    case "broken-off":
      return symptom === "silence"
        ? `Then the client would be connected, and told of the end by an RST. It heard nothing.`
        : `Then the connection would stand first, and the message be “Connection reset by peer”.`;
    case "no-way":
      if (symptom === "reset")
        return `The connection stood, so there is a way. And the message would be “No route to host”.`;
      return symptom === "refused"
        ? `Then the client would read “No route to host”. An RST has come back, so there is a way.`
        : `Then the client would be told so after some seconds, in those words. It heard nothing.`;
  }
}
