import { canTouch } from "#simulator/edit-plan";
import type { PacketStory } from "#simulator/timeline";
import { storiesOf } from "./stories.model.ts";
import type { Stage } from "./stage.ts";
import { TouchMenu } from "./touch-menu.tsx";
import { WhyPanel } from "./why-panel.tsx";

/** Why it happened: of the moment, or of what was chosen; and a hand for a chosen packet. */
export function ReasonsPanel({ stage }: { stage: Stage }) {
  const { session, selection, settings, select, why, touch, untouch } = stage;
  const { timeline, position } = session;
  const packet =
    selection?.kind === "packet" ? storiesOf(timeline).packets.get(selection.id) : undefined;
  return (
    <section
      ref={why}
      tabIndex={0}
      aria-label="Why"
      className="h-96 overflow-y-auto rounded-box border border-line bg-panel px-4 py-3"
    >
      {packet !== undefined && (
        <div className="mb-3 border-b border-line pb-3">
          <TouchMenu
            key={packet.id}
            packet={packet}
            touch={timeline.plan.touches.find((each) => each.packet === packet.id) ?? null}
            whyNot={whyNotTouched(packet)}
            onTouch={touch}
            onUntouch={untouch}
          />
        </div>
      )}
      <WhyPanel
        timeline={timeline}
        position={position}
        selection={selection}
        numbers={settings.numbers}
        onSelect={select}
      />
    </section>
  );
}

/** Null where a hand can change what becomes of it. */
function whyNotTouched(packet: PacketStory): string | null {
  if (canTouch(packet)) return null;
  return packet.from === null
    ? "Nobody here sent it, so it was never on the wire: it cannot be changed."
    : "The scenario itself loses it as it is sent, so it cannot be changed.";
}
