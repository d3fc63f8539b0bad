import { whenNear } from "#ui/when-near";
import { OnePort } from "./one-port.tsx";
import type { ClassifierFrame } from "./port-classifier.model.ts";
import { portHref } from "./port-link.tsx";
import { SearchResults } from "./search-results.tsx";
import { SeveralPorts } from "./several-ports.tsx";

const PortLine = whenNear(async () => (await import("#figures/port-line")).PortLine);

/** The whole answer to a query. An error is told at the field, so here it shows nothing. */
export function PortAnswer({
  frame,
  onAsk,
  onMore,
}: {
  frame: ClassifierFrame;
  onAsk: ((query: string) => void) | undefined;
  onMore: () => void;
}) {
  // On a page the answer's parts stand below its h1; in a lesson below one of the lesson's h2.
  const shared = { onAsk, onMore, heading: onAsk === undefined ? "h2" : "h3" } as const;
  switch (frame.kind) {
    case "port":
      return <OnePort port={frame.port} reading={frame.reading} host={frame.host} {...shared} />;
    case "ports":
      return <SeveralPorts frame={frame} {...shared} />;
    case "search":
      return <SearchResults search={frame.search} {...shared} />;
    case "error":
    case "empty":
      return (
        <PortLine
          marks="22,53,80,443,3306,5432,6379,8080"
          ephemeral="linux,windows"
          caption="All 65,536 ports, to scale."
          {...(onAsk === undefined && { hrefFor: portHref })}
        />
      );
  }
}
