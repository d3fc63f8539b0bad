import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

type Outcome = "idle" | "copied" | "refused";

/** Copies `text`. Where the browser refuses, says so and how to copy by hand. `name` completes the label for screen readers. */
export function CopyButton({
  text,
  name,
  label = "Copy",
}: {
  text: string;
  name: string;
  label?: string;
}) {
  const [outcome, setOutcome] = useState<Outcome>("idle");

  useEffect(() => {
    if (outcome !== "copied") return;
    const timer = window.setTimeout(() => setOutcome("idle"), 2500);
    return () => window.clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      // Missing where the page is not served over HTTPS.
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("refused");
    }
  };

  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
      <Button look="quiet" onClick={() => void copy()} className="min-w-22 px-3 text-[0.95rem]">
        {outcome === "copied" ? "Copied" : label}
        <span className="sr-only"> {name}</span>
      </Button>
      <span
        role="status"
        className={outcome === "refused" ? "basis-full text-[0.95rem] text-soft" : "sr-only"}
      >
        {outcome === "copied" && "Copied."}
        {outcome === "refused" &&
          "The browser did not allow it. Select the text and copy it yourself."}
      </span>
    </span>
  );
}
