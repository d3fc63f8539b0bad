import { type ReactNode, useId } from "react";

interface SelectProps<Value extends string> {
  readonly label: ReactNode;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** A native list to choose one from, under its label. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  className = "",
}: SelectProps<Value>) {
  const id = useId();
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="block text-[0.95rem] text-soft">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options[event.target.selectedIndex];
          if (chosen !== undefined) onChange(chosen[0]);
        }}
        className="mt-0.5 min-h-11 w-full rounded-lg border border-line bg-paper px-3 text-[1rem] hover:border-ink/70"
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
