import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, accepts, listens, connects, by } from "./steps.ts";

export const notHttpOn80: Scenario = {
  id: "not-http-on-80",
  title: "Port 80 without HTTP",
  question: "What does a port's number tell?",
  notice: [
    "Port 80 is registered for HTTP. This program knows no HTTP and takes the port all the same.",
    "bind() asks whether the port is free and whether the program may, and never what it is for.",
    "What goes to and fro is no HTTP. Neither kernel looks at it.",
  ],
  disproves: ["port-proves-service", "registered-is-reserved", "client-uses-80"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...by("root@riddle", listens("B", "listener", 80)),
      ...connects("A", "client", "10.0.0.2", 80),
      wait(100),
      ...by("root@riddle", [accepts("B", "listener", "server")]),
      does("A", "send", "client", "knock knock"),
      SOON,
      ...by("root@riddle", [
        does("B", "recv", "server", 100),
        does("B", "send", "server", "who is there?"),
      ]),
      SOON,
      does("A", "recv", "client", 100),
    ],
  },
};
