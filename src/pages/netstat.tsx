import { PageHead } from "#ui/page-head";
import { PasteAndRead } from "#widgets/netstat-decoder/paste-and-read";

export function NetstatPage() {
  return (
    <>
      <PageHead
        title="Read a netstat listing"
        description="Paste what netstat, ss or lsof printed: every row in plain words, which side it is on, who can reach it, and what each field means. Nothing leaves the page."
      />
      <h1 tabIndex={-1} className="mt-8 text-4xl sm:text-5xl">
        Read a listing
      </h1>
      <p className="mt-4 mb-8 max-w-prose text-[1.2rem] leading-normal text-soft">
        Paste what <code>netstat</code>, <code>ss</code>, <code>lsof</code> or one of their kind
        printed, on any system, and see what every row of it says. It is read here, by this page.
        Nothing you paste is sent anywhere.
      </p>
      <div className="min-[100rem]:mr-[calc((70rem-100vw)/2+1rem)]">
        <PasteAndRead />
      </div>
    </>
  );
}
