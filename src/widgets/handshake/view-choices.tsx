import { type ComponentProps, memo, useId, useState } from "react";
import { Select } from "#ui/select";
import { isUntouched } from "./session.model.ts";
import { LANES, LANGUAGES, NUMBERINGS, lanesIn } from "./settings.model.ts";
import { SPEED_NAMES } from "./speed.model.ts";
import type { Stage } from "./stage.ts";

/** The choices that are made once or twice, below the ways through time. */
export const ViewChoices = memo(function ViewChoices({ stage }: { stage: Stage }) {
  const { settings, set, act, followed, areKeysShown, isSmall } = stage;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 @md:gap-x-4 print:hidden">
        {!isSmall && (
          <Check
            label="Predict first"
            isOn={settings.predicts}
            onChange={(predicts) => set({ predicts })}
          />
        )}
        <Plain aria-disabled={followed.past.length === 0} onClick={() => act("undo")}>
          Undo
        </Plain>
        <Plain
          aria-disabled={isUntouched(followed.timeline.plan) && followed.position === 0}
          onClick={stage.startAgain}
        >
          Start over
        </Plain>
        <Plain aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          View
        </Plain>
        <Plain
          aria-expanded={areKeysShown}
          onClick={() => act("keys")}
          // On a phone there are none to press; with a keyboard at it, ? shows them.
          className={`${PLAIN} @max-md:pointer-coarse:hidden`}
        >
          Keys
        </Plain>
      </div>
      <div id={id} hidden={!isOpen} className="print:hidden">
        {isOpen && <View stage={stage} />}
      </div>
    </>
  );
});

const PLAIN =
  "min-h-11 underline underline-offset-4 hover:text-accent aria-disabled:cursor-not-allowed aria-disabled:text-soft aria-disabled:no-underline aria-expanded:font-[650]";

function Plain(props: ComponentProps<"button">) {
  return <button type="button" className={PLAIN} {...props} />;
}

function View({ stage }: { stage: Stage }) {
  const { settings, set, speed, setSpeed, act, isAnnouncing } = stage;
  return (
    <div className="mb-2 flex flex-wrap items-end gap-x-5 gap-y-3 rounded-box border border-line bg-panel p-4">
      <Select
        label="Code in"
        value={settings.language}
        options={LANGUAGES}
        onChange={(language) => set({ language })}
      />
      <Select
        label="Sequence numbers"
        value={settings.numbers}
        options={NUMBERINGS}
        onChange={(numbers) => set({ numbers })}
      />
      <Select label="Speed of playing" value={speed} options={SPEED_NAMES} onChange={setSpeed} />
      <fieldset className="flex flex-wrap items-center gap-x-4">
        <legend className="text-[0.95rem] text-soft">Lanes</legend>
        {LANES.map(([lane, name]) => (
          <Check
            key={lane}
            label={name}
            isOn={settings.lanes.includes(lane)}
            onChange={(isOn) =>
              set({
                lanes: lanesIn(
                  isOn ? [...settings.lanes, lane] : settings.lanes.filter((each) => each !== lane),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <Check
        label="Announce each step to a screen reader"
        isOn={isAnnouncing}
        onChange={() => act("announcements")}
      />
    </div>
  );
}

function Check({
  label,
  isOn,
  onChange,
}: {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <span className="inline-flex min-h-11 items-center gap-2">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 shrink-0"
      />
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
