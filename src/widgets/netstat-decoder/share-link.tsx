import { useId, useState } from "react";
import { grouped } from "#netstat/counted";
import type { ArrangeOptions } from "#netstat/arrange";
import type { RedactOptions } from "#netstat/redact";
import { Button } from "#ui/button";
import { CopyButton } from "#ui/copy-button";
import type { ListingView } from "./listing-view.ts";
import { type SharedLink, linkOf } from "./shared-link.ts";

interface ShareLinkProps {
  readonly view: ListingView;
  /** A link belongs to one listing. */
  readonly subject: unknown;
  readonly options: RedactOptions;
  readonly shown: ArrangeOptions | null;
}

/** A link that holds the redacted listing, made when asked for. */
export function ShareLink({ view, subject, options, shown }: ShareLinkProps) {
  const id = useId();
  const [made, setMade] = useState<{ key: string; subject: unknown; link: SharedLink } | null>(
    null,
  );
  const key = JSON.stringify([options, shown]);
  const link = made?.key === key && made.subject === subject ? made.link : null;
  const make = async () => setMade({ key, subject, link: await shareLink(view, options, shown) });
  return (
    <div>
      <h3 className="text-[1.1rem]">Share it as a link</h3>
      <p className="mt-1 max-w-prose text-[1rem] leading-normal text-soft">
        The link itself holds the listing, always redacted. Browsers send that part of a link to no
        server. Whoever has the link can read it.
      </p>
      <Button look="quiet" onClick={() => void make()} className="mt-2 px-3 text-[0.95rem]">
        Make a link
      </Button>
      <p role="status" className={link?.type === "error" ? "mt-2" : "sr-only"}>
        {link?.type === "link" && "The link is made."}
        {link?.type === "error" && (
          <span className="block border-l-4 border-opening pl-3 text-[1rem]">{link.message}</span>
        )}
      </p>
      {link?.type === "link" && (
        <div className="mt-2">
          <label htmlFor={id} className="block text-[0.95rem] text-soft">
            The link, {grouped(link.href.length)} characters
          </label>
          <div className="mt-0.5 flex flex-wrap items-start gap-2">
            <input
              id={id}
              readOnly
              value={link.href}
              onFocus={(event) => event.target.select()}
              className="min-h-11 min-w-0 flex-1 basis-48 rounded-lg border border-line bg-panel px-3 font-mono text-[0.9rem]"
            />
            <CopyButton text={link.href} name="the link" />
          </div>
        </div>
      )}
    </div>
  );
}

async function shareLink(
  view: ListingView,
  options: RedactOptions,
  shown: ArrangeOptions | null,
): Promise<SharedLink> {
  try {
    const shareable = await view.ask("shareable", options, shown);
    if (shareable.type === "error") return shareable;
    return await linkOf(shareable.text, `${window.location.origin}${window.location.pathname}`);
  } catch {
    return { type: "error", message: "The link could not be made." };
  }
}
