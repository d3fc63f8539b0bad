import type { Scenario } from "./scenario.ts";
import { DELAY_MS, wait, SOON, does, makes, accepts, listens } from "./steps.ts";

export const threeClientsOnePort: Scenario = {
  id: "three-clients-one-port",
  title: "Three clients, one server port",
  question: "Can two sockets use one port?",
  notice: [
    "B has four rows, all with port 8080: the listener and one for each client. No new port is opened.",
    "Two clients even have the same port number, 46356, from different addresses. Only the four numbers together have to be unique.",
    "Each client's data arrives at its own socket.",
  ],
  disproves: ["accept-new-port", "server-65535", "client-uses-80", "port-is-socket"],
  trace: "20-demultiplexing-4tuple",
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1", "10.0.0.3"] },
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      makes("A", "client1"),
      does("A", "bind", "client1", "10.0.0.1", 46356),
      does("A", "connect", "client1", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "server1"),
      makes("A", "client2"),
      does("A", "bind", "client2", "10.0.0.1", 46358),
      does("A", "connect", "client2", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "server2"),
      makes("A", "client3"),
      does("A", "bind", "client3", "10.0.0.3", 46356),
      does("A", "connect", "client3", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "server3"),
      does("A", "send", "client1", "from client 1"),
      does("A", "send", "client2", "from client 2"),
      does("A", "send", "client3", "from client 3"),
      SOON,
      does("B", "recv", "server1", 100),
      does("B", "recv", "server2", 100),
      does("B", "recv", "server3", 100),
    ],
  },
};
