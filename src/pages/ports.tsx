import { useParams, useSearchParams } from "react-router";
import { classify } from "#net/classify";
import { parsePortText } from "#net/port-text";
import { PageHead } from "#ui/page-head";
import { useAddressOfTyped } from "#ui/typed-query";
import { useAfterHydration } from "#ui/use-after-hydration";
import { PortClassifier } from "#widgets/port-classifier/port-classifier";
import { paths } from "#paths";

/** /ports, /ports?q=…, and /ports/443. */
export function PortsPage() {
  const { port = "" } = useParams();
  const [search] = useSearchParams();
  const asked = useAfterHydration(search.get("q") ?? "", "");
  const query = port === "" ? asked : port;
  const follow = useAddressOfTyped(query, addressOf);

  const head = headOf(port);
  return (
    <>
      <PageHead title={head.title} description={head.description} />
      <h1 tabIndex={-1} className="mt-8 mb-6 text-4xl sm:text-5xl">
        {head.heading}
      </h1>
      <PortClassifier query={query} onQuery={follow} />
    </>
  );
}

function addressOf(typed: string): string {
  return typed === "" ? paths.ports() : paths.portQuery(typed);
}

function headOf(text: string): { heading: string; title: string; description: string } {
  const asked = parsePortText(text);
  if (asked.type === "error")
    return {
      heading: "Look a port up",
      title: "Look a port up",
      description:
        "What any port number is: its range, what IANA registered, what it is commonly used for, and what each operating system does with it.",
    };
  const { port, uses, summary } = classify(asked.port, null);
  const name = uses[0]?.service.title;
  return {
    heading: `Port ${port}`,
    title: name === undefined ? `Port ${port}` : `Port ${port}: ${name}`,
    description: `${summary} Its range, its registration, its common uses, and what each system does with it.`,
  };
}
