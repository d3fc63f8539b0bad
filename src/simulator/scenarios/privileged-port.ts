import type { Scenario } from "./scenario.ts";
import { DELAY_MS, does, makes, listens, makesUdp, by } from "./steps.ts";

export const privilegedPort: Scenario = {
  id: "privileged-port",
  title: "Ports that not everybody may take",
  question: "Who can reach this server?",
  notice: [
    "On A a program without privilege asks for port 80 and gets EACCES. Port 1024 is free to all.",
    "It is about permission, not about use: no program on A has port 80 then.",
    "A raw socket needs another privilege. Without it socket() itself fails, with EPERM.",
    "The limit is a setting, ip_unprivileged_port_start. On B it is 0, and the same user gets port 80.",
  ],
  disproves: ["below-1024-root"],
  trace: "27-privileged-port",
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1"] },
      B: { addresses: ["10.0.0.2"], settings: { ip_unprivileged_port_start: 0 } },
    },
    delayMs: DELAY_MS,
    steps: [
      ...by("nobody@python3", [
        makes("A", "web"),
        does("A", "bind", "web", "0.0.0.0", 80),
        does("A", "bind", "web", "0.0.0.0", 1023),
        does("A", "bind", "web", "0.0.0.0", 1024),
        makesUdp("A", "udp"),
        does("A", "bind", "udp", "0.0.0.0", 80),
        makes("A", "raw", "AF_INET", "SOCK_RAW", "IPPROTO_ICMP"),
      ]),
      ...by("root@nginx", [makes("A", "web"), does("A", "bind", "web", "0.0.0.0", 80)]),
      ...by("nobody@python3", listens("B", "web", 80)),
    ],
  },
};
