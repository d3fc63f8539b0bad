import { describe, expect, test } from "vitest";
import { planOf } from "#simulator/plan";
import { scenarioById } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import type { Timeline } from "#simulator/timeline";
import { unfold } from "#simulator/unfold";
import { type TypeFrame, fatesAt, threeTypesFrame } from "./three-types.model.ts";

function timelineOf(id: string): Timeline {
  const parsed = parseSimulation(scenarioById(id)?.simulation);
  if (parsed.type === "error") throw new Error(parsed.message);
  return unfold(planOf(parsed.file));
}

const IDS = ["same-loss-stream", "same-loss-datagram", "same-loss-raw"];
const frame = threeTypesFrame(IDS.map((id) => ({ id, timeline: timelineOf(id) })));
const [stream, datagram, raw] = frame.types as [TypeFrame, TypeFrame, TypeFrame];
const last = frame.moments.length - 1;

describe("three types of socket on one clock", () => {
  test("send the same three messages, at the same moments", () => {
    for (const { sent } of frame.types) expect(sent).toEqual(["one", "two", "three"]);
    const sending = ({ ladder }: TypeFrame) =>
      ladder.marks.filter(({ text }) => text.startsWith("send")).map(({ row }) => row);
    expect(sending(datagram)).toEqual(sending(stream));
    expect(sending(raw)).toEqual(sending(stream));
  });

  test("lose the second message at the same moment", () => {
    const lost = frame.types.map(({ ladder }) =>
      ladder.arrows
        .filter(({ end }) => end === "lost")
        .map(({ fromRow, toRow }) => [fromRow, toRow]),
    );
    expect(lost[0]).toHaveLength(1);
    expect(lost[1]).toEqual(lost[0]);
    expect(lost[2]).toEqual(lost[0]);
  });

  test("have a row a moment, in the order of time, and every arrow within", () => {
    const times = frame.moments.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    for (const { ladder } of frame.types) {
      expect(ladder.rows.map(({ at }) => at)).toEqual(times);
      expect(ladder.rowOfPosition).toEqual(times.map((_, index) => index));
      for (const { fromRow, toRow } of ladder.arrows) {
        expect(fromRow).toBeGreaterThan(0);
        expect(toRow).toBeLessThanOrEqual(last);
      }
      const arrived = ladder.arrows.filter(({ end }) => end === "arrived");
      expect(arrived.filter(({ fromRow, toRow }) => toRow <= fromRow)).toEqual([]);
    }
  });

  test("end with three outcomes", () => {
    const outcome = ({ receipts }: TypeFrame) =>
      receipts.map(({ call, header, data }) => [call, header.length, data]);
    expect(outcome(stream)).toEqual([
      ["recv()", 0, "onetwothree"],
      ["recv()", 0, null],
    ]);
    expect(outcome(datagram)).toEqual([
      ["recvfrom()", 0, "one"],
      ["recvfrom()", 0, "three"],
      ["recvfrom()", 0, null],
    ]);
    expect(outcome(raw)).toEqual([
      ["recvfrom()", 20, "one"],
      ["recvfrom()", 20, "three"],
      ["recvfrom()", 0, null],
    ]);
  });

  test("tell what has become of each message, as the program sees it", () => {
    const fates = (moment: number) => frame.types.map((type) => fatesAt(type, moment));
    expect(fates(0).flat()).toEqual(Array.from({ length: 9 }, () => "not yet"));
    expect(fates(last)).toEqual([
      ["got", "got", "got"],
      ["got", "never came", "got"],
      ["got", "never came", "got"],
    ]);
  });
});
