import { Children, type ReactNode, isValidElement, useSyncExternalStore } from "react";
import {
  PROGRAM_LANGUAGES,
  type ProgramLanguage,
  chooseLanguage,
  chosenLanguage,
  watchLanguage,
} from "#storage/program-language";
import { Alternatives } from "#ui/alternatives";

const NAMES: Readonly<Record<ProgramLanguage, string>> = {
  python: "Python",
  c: "C",
  node: "Node",
};

/** The same program in several languages, an `<In language="c">` each, one at a time: a choice holds for all such places. */
export function PerLanguage({ children }: { readonly children?: ReactNode }) {
  const remembered = useSyncExternalStore(watchLanguage, chosenLanguage, () => "python" as const);
  const written = Children.toArray(children).flatMap((child) =>
    isValidElement<{ language?: ProgramLanguage }>(child) ? [child] : [],
  );
  const shown = PROGRAM_LANGUAGES.flatMap((id) => {
    const content = written.find(({ props }) => props.language === id);
    return content === undefined ? [] : [{ id, name: NAMES[id], content }];
  });
  const chosen = shown.find(({ id }) => id === remembered) ?? shown[0];
  if (chosen === undefined) return null;
  return (
    <div className="wide">
      <Alternatives label="Language" chosen={chosen.id} onChoose={chooseLanguage} of={shown} />
    </div>
  );
}
