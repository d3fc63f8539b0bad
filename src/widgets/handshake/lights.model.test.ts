import { expect, test } from "vitest";
import { lightsOf } from "./lights.model.ts";
import { callKey, packetKey, socketKey } from "./link-key.ts";

test("packets, sockets and calls that are pointed at are told apart", () => {
  expect(lightsOf([packetKey(3), socketKey("A", 1), callKey(12), packetKey(4)])).toEqual({
    packets: new Set([3, 4]),
    sockets: new Set(["A 1"]),
    calls: new Set([12]),
  });
});
