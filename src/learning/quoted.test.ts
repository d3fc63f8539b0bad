import { expect, test } from "vitest";
import { quoted } from "./quoted.ts";

test("a message within a quoted belief has marks of its own", () => {
  expect(quoted("A port is a socket.")).toBe("“A port is a socket.”");
  expect(quoted("“Connection refused” means a firewall.")).toBe(
    "“‘Connection refused’ means a firewall.”",
  );
});
