import { expect, test } from "vitest";
import { looksLikeListing } from "./looks-like-listing.ts";

test.each([
  ["", false],
  ["  \n ", false],
  ["443", false],
  ["80,443,8000-8100", false],
  ["redis", false],
  ["ss", false],
  ["netstat", false],
  ["192.0.2.7:8080", false],
  ["[::1]:443", false],
  ["https://example.org:8443/a?b=c", false],
  ["0x1F90", false],
  ["remote desktop", false],
  ["443\n", false],
  ["tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN", true],
  ["tcp 0 0 0.0.0.0:22", true],
  ["  TCP    0.0.0.0:135   0.0.0.0:0   LISTENING   1104\n", true],
  ["Netid State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess", true],
  ["$ ss -tan", true],
  ["Kernel IP routing table", true],
  ["COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME", true],
  ["sshd 801 root 3u IPv4 18211 0t0 TCP *:22 (LISTEN)", true],
  ["tcp4 0 0 192.0.2.5.443 *.* LISTEN", true],
  ["root sshd 801 3 tcp4 *:22 *:*", true],
  ["PS C:\\> netstat -ano", true],
  ["what uses port 8080", false],
  ["https://example.org:8443/a b c", false],
  ["80 443 8080", false],
  ["ssh http https", false],
  ["anything\non two lines", true],
])("%j: %s", (text, expected) => {
  expect(looksLikeListing(text)).toBe(expected);
});
