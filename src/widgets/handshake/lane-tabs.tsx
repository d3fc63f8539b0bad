import { Tabs } from "@base-ui/react/tabs";
import { memo } from "react";
import { LANES, type LaneId } from "./settings.model.ts";

interface LaneTabsProps {
  readonly lanes: readonly LaneId[];
  readonly shown: LaneId;
  readonly onShow: (lane: LaneId) => void;
  /** The ids of a lane's places, one for each host, for assistive software. */
  readonly panelId: (lane: LaneId) => string;
}

/** On a narrow page one lane at a time stands below the ladder. */
export const LaneTabs = memo(function LaneTabs({ lanes, shown, onShow, panelId }: LaneTabsProps) {
  return (
    <Tabs.Root value={shown} onValueChange={(value: LaneId) => onShow(value)}>
      <Tabs.List
        aria-label="Beside the ladder"
        className="flex flex-wrap border-b border-line @md:gap-x-1"
      >
        {LANES.filter(([id]) => lanes.includes(id)).map(([id, name]) => (
          <Tabs.Tab
            key={id}
            value={id}
            aria-controls={panelId(id)}
            className="min-h-11 border-b-3 border-transparent px-1.5 text-[0.9rem] text-soft @md:px-3 @md:text-[1rem] hover:text-ink data-active:border-ink data-active:font-[650] data-active:text-ink"
          >
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs.Root>
  );
});
