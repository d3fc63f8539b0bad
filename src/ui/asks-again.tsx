import type { ReactNode, RefObject } from "react";
import { Button } from "./button.tsx";

interface AsksAgainProps {
  /** Opened by its `showModal()`. */
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Of its title, unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly yes: string;
  readonly onYes: () => void;
}

/** Asks before something is forgotten for good; to keep it is the first choice. */
export function AsksAgain({ dialog, id, title, children, yes, onYes }: AsksAgainProps) {
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="m-auto w-[calc(100%-2rem)] max-w-md rounded-box border border-line bg-paper p-6 text-ink backdrop:bg-ink/40"
    >
      <form method="dialog">
        <p id={id} className="text-[1.15rem] font-[650]">
          {title}
        </p>
        <p className="mt-2 text-soft">{children}</p>
        <p className="mt-5 flex flex-wrap gap-3">
          <Button type="submit">Keep it</Button>
          <Button type="submit" look="quiet" onClick={onYes}>
            {yes}
          </Button>
        </p>
      </form>
    </dialog>
  );
}
