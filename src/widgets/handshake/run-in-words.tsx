import { use } from "react";
import { untouchedRun } from "./run-of-plan.ts";
import { TextLog } from "./text-log.tsx";

/** A scenario from beginning to end as a text, for a page that cannot move. */
export function RunInWords({ scenario }: { scenario: string }) {
  const timeline = use(untouchedRun(scenario));
  return <TextLog timeline={timeline} position={0} showsFuture isWhole onGo={() => {}} />;
}
