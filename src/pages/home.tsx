import { Suspense, lazy } from "react";
import { Link } from "react-router";
import { PageHead } from "#ui/page-head";
import { whenNear } from "#ui/when-near";
import { AskField, useAsk } from "#widgets/ask-field/ask-field";
import { paths } from "#paths";

// Both are in the prerendered page; their script, with all that is known of ports, comes after the first paint.
const BriefAnswer = whenNear(
  async () => (await import("#widgets/port-classifier/brief-answer")).BriefAnswer,
);
const PortLine = whenNear(async () => (await import("#figures/port-line")).PortLine);
const Handshake = whenNear(async () => (await import("#widgets/handshake/handshake")).Handshake);
const GoOn = whenNear(async () => (await import("#widgets/course-progress/go-on")).GoOn);
const ProgressMap = whenNear(
  async () => (await import("#widgets/course-progress/progress-map")).ProgressMap,
);
const NetstatDecoder = lazy(async () => ({
  default: (await import("#widgets/netstat-decoder/netstat-decoder")).NetstatDecoder,
}));

/** The field opens with an answer, so that it shows what it does. */
const FIRST_QUERY = "8080";

const SAMPLE_LISTING = `Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
tcp        0      0 127.0.0.1:5432          0.0.0.0:*               LISTEN      1204/postgres
tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      801/sshd
tcp        0      0 192.0.2.10:38058        203.0.113.10:443        ESTABLISHED 3391/firefox`;

export function HomePage() {
  const { text, setText, ask } = useAsk(FIRST_QUERY);

  return (
    <>
      <PageHead
        title="Ports of Call"
        description="Learn what ports and sockets are, look any port up, and read your own netstat, ss or lsof output row by row. In the browser; nothing you paste leaves the page."
      />
      <div className="mt-8 grid gap-x-14 gap-y-8 sm:mt-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div>
          <h1 tabIndex={-1} className="text-[2.6rem] sm:text-6xl">
            Every connection has two ends.
          </h1>
          <p className="mt-5 max-w-prose text-xl leading-normal text-soft">
            Learn what a port is, what a socket is, and how to read what your own computer says
            about them.
          </p>
          <div className="mt-5">
            <GoOn />
          </div>
          <div className="mt-8 max-w-2xl">
            <AskField value={text} sample={SAMPLE_LISTING} onChange={setText} />
          </div>
        </div>
        {ask.kind !== "listing" && (
          <section aria-label="Answer" aria-live="polite" className="min-h-72 lg:self-end">
            {/* The registry is too large for a first page, and the first answer can do without it. */}
            <BriefAnswer
              query={ask.kind === "nothing" ? "" : ask.query}
              withRegistry={text !== FIRST_QUERY}
            />
          </section>
        )}
      </div>
      {ask.kind === "listing" && (
        <section aria-label="Your listing" className="mt-8">
          <Suspense fallback={<p className="text-soft">Loading the decoder…</p>}>
            <NetstatDecoder key={ask.listing} listing={ask.listing} compact />
          </Suspense>
        </section>
      )}

      <section className="mt-20">
        <h2 className="text-3xl">All 65,536 ports, to scale</h2>
        <p className="mt-3 mb-8 max-w-prose text-soft">
          The ports everyone quotes are mostly in the first 1.6 %.
        </p>
        <PortLine
          marks="22,80,143,443,993,3306,5432,8080,27017"
          ephemeral="linux,windows"
          hrefFor={paths.port}
        />
      </section>

      <section className="mt-20">
        <h2 className="text-3xl">Watch two hosts shake hands</h2>
        <p className="mt-3 mb-8 max-w-prose text-soft">
          Step, or choose an arrow and take the segment off the wire: see what each side does.{" "}
          <Link to={paths.handshake()} className="underline hover:text-accent">
            All that can be watched
          </Link>
        </p>
        <Handshake scenario="open-and-close" lanes="output" until="B ESTABLISHED" size="small" />
      </section>

      <section className="mt-20">
        <ProgressMap />
      </section>
    </>
  );
}
