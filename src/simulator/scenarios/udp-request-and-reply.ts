import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, makesUdp } from "./steps.ts";

export const udpRequestAndReply: Scenario = {
  id: "udp-request-and-reply",
  title: "A question and an answer",
  question: "How is UDP different?",
  notice: [
    "No handshake: the first packet is the question, the second the answer.",
    "B's socket has no state and no peer, before, during and after. ss calls that UNCONN.",
    "A chose port 40000 only so that B's answer can be written down here. Usually the first sendto() gives a socket an ephemeral port.",
  ],
  disproves: ["udp-listens", "foreign-zero-is-host"],
  trace: "28-udp",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makesUdp("B", "server"),
      does("B", "bind", "server", "0.0.0.0", 9999),
      makesUdp("A", "client"),
      does("A", "bind", "client", "0.0.0.0", 40000),
      does("A", "sendto", "client", "hello", "10.0.0.2", 9999),
      wait(50),
      does("B", "recvfrom", "server", 100),
      does("B", "sendto", "server", "hi", "10.0.0.1", 40000),
      wait(50),
      does("A", "recvfrom", "client", 100),
    ],
  },
};
