import { type ReactNode, use } from "react";
import { Link, useParams } from "react-router";
import { InlineText } from "#ui/inline-text";
import { PageHead } from "#ui/page-head";
import { whenNear } from "#ui/when-near";
import { paths } from "#paths";

const Handshake = whenNear(async () => (await import("#widgets/handshake/handshake")).Handshake);
const ThreeTypes = whenNear(
  async () => (await import("#widgets/handshake/three-types")).ThreeTypes,
);
const ScenarioGallery = whenNear(
  async () => (await import("#widgets/handshake/gallery")).ScenarioGallery,
);
/** The run in words, for a reader without script; in the browser's bundle there is none of it. */
const RunInWords = import.meta.env.SSR
  ? whenNear(async () => (await import("#widgets/handshake/run-in-words")).RunInWords)
  : null;

/** What /handshake itself shows. */
const FIRST_SCENARIO = "open-and-close";

let scenarios: Promise<typeof import("#simulator/scenarios")> | undefined;
const loadScenarios = () => (scenarios ??= import("#simulator/scenarios"));

/** /handshake, /handshake/free-play, /handshake/three-socket-types, and /handshake/… for every scenario. */
export function HandshakePage() {
  const { scenario: id } = useParams();
  const path = id === undefined ? paths.handshake() : paths.scenario(id);
  if (path === paths.freePlay()) return <FreePlay />;
  if (path === paths.socketTypes()) return <SocketTypes />;
  return <ScenarioView id={id} />;
}

function ScenarioView({ id }: { id: string | undefined }) {
  const scenario = use(loadScenarios()).scenarioById(id ?? FIRST_SCENARIO);
  if (scenario === undefined) return <NoSuchScenario />;
  const isFirst = id === undefined;
  return (
    <Frame
      title={isFirst ? "Watch two hosts shake hands" : scenario.title}
      heading={isFirst ? "Watch two hosts shake hands" : scenario.title}
      description={
        isFirst
          ? "A client and a server connect, talk, close and fail, moment by moment: programs, descriptors, sockets, segments and netstat side by side. Lose a segment and see what happens."
          : `${scenario.question} ${scenario.notice[0] ?? ""}`.replaceAll("`", "")
      }
      intro={
        isFirst ? (
          "Step through it, guess what comes next, or take a segment off the wire and see what each side does. Both hosts are simulated here, by the rules of RFC 9293 and as Linux does it."
        ) : (
          <InlineText>{scenario.question}</InlineText>
        )
      }
      current={scenario.id}
    >
      <h2 className="sr-only">The two hosts</h2>
      <Handshake key={scenario.id} scenario={scenario.id} readsAddress />
      <noscript>{RunInWords !== null && <RunInWords scenario={scenario.id} />}</noscript>
      <section key={`notice ${scenario.id}`} aria-labelledby="notice" className="mt-10 max-w-prose">
        <details>
          <summary
            id="notice"
            className="inline-flex min-h-11 items-center text-[1.2rem] font-[650]"
          >
            What to notice
          </summary>
          <ul className="mt-2 list-disc pl-6">
            {scenario.notice.map((line) => (
              <li key={line} className="mt-1">
                <InlineText>{line}</InlineText>
              </li>
            ))}
          </ul>
        </details>
      </section>
    </Frame>
  );
}

function FreePlay() {
  return (
    <Frame
      title="Two hosts in your hands"
      heading="Two hosts in your hands"
      description="Two simulated hosts with nothing on them: make every socket call yourself, and see what the kernels and the wire do with it."
      intro="Nothing runs on these two hosts yet. Make the socket calls yourself, on either side, and step on to see what they do. To begin with: socket(), bind() and listen() on B, then socket() and connect() on A."
      current="free-play"
    >
      <h2 className="sr-only">The two hosts</h2>
      <Handshake readsAddress />
    </Frame>
  );
}

function SocketTypes() {
  return (
    <Frame
      title="One loss, three socket types"
      heading="One loss, three socket types"
      description="The same three messages over a stream, a datagram and a raw socket, and the same one lost: what each program receives."
      intro="The same messages, the same loss. A stream sends again, a datagram does not, and a raw socket is handed the packet as it came."
      current="three-socket-types"
    >
      <ThreeTypes />
    </Frame>
  );
}

function NoSuchScenario() {
  return (
    <Frame
      title="No such scenario"
      heading="There is no scenario of that name"
      description="This address leads to no scenario of the course."
      intro="The address may be mistyped, or the scenario may have another name now. These are all there are."
      current=""
    >
      {null}
    </Frame>
  );
}

interface FrameProps {
  readonly title: string;
  readonly heading: string;
  readonly description: string;
  readonly intro: ReactNode;
  readonly current: string;
  readonly children: ReactNode;
}

function Frame({ title, heading, description, intro, current, children }: FrameProps) {
  return (
    <>
      <PageHead title={title} description={description} />
      <h1 tabIndex={-1} className="mt-8 max-w-[24ch] text-4xl sm:text-5xl">
        {heading}
      </h1>
      <p className="mt-4 mb-6 max-w-prose text-[1.2rem] leading-normal text-soft">{intro}</p>
      {children !== null && <h2 className="sr-only">The run, moment by moment</h2>}
      <div className="min-[75rem]:mr-[calc((70rem-100vw)/2+1rem)]">{children}</div>
      <section aria-labelledby="scenarios" className="mt-14 print:hidden">
        <h2 id="scenarios" className="text-2xl">
          More to watch
        </h2>
        <p className="mt-3 mb-6 flex flex-wrap gap-x-6 gap-y-2">
          <Other to={paths.freePlay()} isHere={current === "free-play"}>
            Two hosts in your hands
          </Other>
          <Other to={paths.socketTypes()} isHere={current === "three-socket-types"}>
            One loss, three socket types
          </Other>
        </p>
        <ScenarioGallery current={current} />
      </section>
    </>
  );
}

function Other({ to, isHere, children }: { to: string; isHere: boolean; children: string }) {
  return (
    <Link
      to={to}
      aria-current={isHere ? "page" : undefined}
      className="inline-flex min-h-6 items-center underline hover:text-accent aria-[current=page]:font-[650]"
    >
      {children}
    </Link>
  );
}
