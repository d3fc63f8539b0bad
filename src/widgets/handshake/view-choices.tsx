import { useId } from "react";
import { Button } from "#ui/button";
import { Select } from "#ui/select";
import { LANES, LANGUAGES, NUMBERINGS, lanesIn } from "./settings.model.ts";
import { SPEED_NAMES } from "./speed.model.ts";
import type { Stage } from "./stage.ts";

/** How the run is looked at, and the less used ways through time. */
export function ViewChoices({ stage }: { stage: Stage }) {
  const { settings, set, speed, setSpeed, act, session, areKeysShown, isAnnouncing } = stage;
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
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
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 @max-5xl:hidden">
        <legend className="text-[0.95rem] text-soft">Lanes</legend>
        {LANES.map(([id, name]) => (
          <Check
            key={id}
            label={name}
            isOn={settings.lanes.includes(id)}
            onChange={(isOn) =>
              set({
                lanes: lanesIn(
                  isOn ? [...settings.lanes, id] : settings.lanes.filter((each) => each !== id),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <Check
        label="Predict first"
        isOn={settings.predicts}
        onChange={(predicts) => set({ predicts })}
      />
      <Check
        label="Announce each step to a screen reader"
        isOn={isAnnouncing}
        onChange={() => act("announcements")}
      />
      <span className="flex gap-2">
        <Button look="quiet" disabled={session.past.length === 0} onClick={() => act("undo")}>
          Undo
        </Button>
        <Button look="quiet" aria-expanded={areKeysShown} onClick={() => act("keys")}>
          Keys
        </Button>
      </span>
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
        className="size-5"
      />
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
