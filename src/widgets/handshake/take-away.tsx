import { type ReactNode, useMemo, useState } from "react";
import { pcapFile } from "#simulator/pcap";
import type { PythonProgram } from "#simulator/programs/python-program";
import type { Timeline } from "#simulator/timeline";
import { captureOf } from "#simulator/timeline-capture";
import { Button } from "#ui/button";
import { CopyButton } from "#ui/copy-button";
import { saveFile } from "#ui/out-of-page";
import { paths } from "#paths";
import { LadderPictures } from "./ladder-pictures.tsx";
import { fragmentOf } from "./link.model.ts";
import { programOfRun } from "./program-of-run.model.ts";
import type { Stage } from "./stage.ts";

/** The run out of the page: as a link, a capture, a picture, a program. Everything is made here. */
export function TakeAway({ stage }: { stage: Stage }) {
  const { followed: session, scenario, settings, selection } = stage;
  const { timeline, position } = session;
  const id = scenario?.id ?? null;
  const name = id ?? "free-play";
  const hosts = Object.keys(timeline.first.hosts);
  const program = useMemo(
    () => programOfRun(timeline.plan, scenario?.title ?? "Two hosts", name),
    [timeline, scenario, name],
  );
  const packet = selection?.kind === "packet" ? selection.id : null;
  const link = () => {
    const path = id === null ? paths.freePlay() : paths.scenario(id);
    const base = import.meta.env.BASE_URL.replace(/\/$/, "");
    const fragment = fragmentOf({ plan: timeline.plan, position, packet, settings }, id);
    return `${window.location.origin}${base}${path}#${fragment}`;
  };
  return (
    <div className="flex flex-col gap-5">
      <LinkHere link={link} />
      <Way title="A capture" about="For Wireshark, tshark and tcpdump: what went by at one host.">
        {hosts.map((host) => (
          <Button
            key={host}
            onClick={() => saveFile(captureBlob(timeline, host), `${name}-${host}.pcap`)}
          >
            {`${name}-${host}.pcap`}
          </Button>
        ))}
      </Way>
      <Way title="A picture" about="The whole ladder, as drawn here.">
        <LadderPictures
          session={session}
          numbers={settings.numbers}
          title={scenario?.title ?? "Two hosts"}
          name={name}
        />
      </Way>
      <Program program={program} name={name} />
    </div>
  );
}

function LinkHere({ link }: { link: () => string }) {
  const [made, setMade] = useState("");
  return (
    <Way
      title="A link"
      about="It opens this run at this moment, with all that you changed. What it says stands behind the # and is sent to nobody."
    >
      <Button onClick={() => setMade(link())}>
        {made === "" ? "Make a link" : "Make it anew"}
      </Button>
      {made !== "" && (
        <span className="flex min-w-0 basis-full flex-wrap items-center gap-2">
          <input
            readOnly
            aria-label="Link to this moment"
            value={made}
            onFocus={(event) => event.target.select()}
            className="min-h-11 w-full min-w-0 flex-1 rounded-lg border border-line bg-paper px-3 font-mono text-[0.9rem]"
          />
          <CopyButton text={made} name="the link" />
        </span>
      )}
    </Way>
  );
}

function captureBlob(timeline: Timeline, host: string): Blob {
  const file = pcapFile(captureOf(timeline, host));
  return new Blob([file as Uint8Array<ArrayBuffer>], { type: "application/vnd.tcpdump.pcap" });
}

function Program({ program, name }: { program: PythonProgram; name: string }) {
  const about = "The same calls for real, on your own machine. Standard library alone.";
  if (program.type === "none")
    return (
      <Way title="A Python program" about="">
        <p className="text-soft">{program.why}</p>
      </Way>
    );
  const file = `${name.replaceAll("-", "_")}.py`;
  return (
    <Way title="A Python program" about={about}>
      <Button onClick={() => saveFile(new Blob([program.text], { type: "text/x-python" }), file)}>
        {file}
      </Button>
      <details className="min-w-0 basis-full">
        <summary className="inline-flex min-h-6 items-center underline underline-offset-4">
          Read it here
        </summary>
        <pre
          tabIndex={0}
          aria-label={file}
          className="mt-2 max-h-96 overflow-auto rounded-box border border-line bg-panel p-3 text-[0.85rem] leading-relaxed"
        >
          {program.text}
        </pre>
      </details>
    </Way>
  );
}

function Way({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section>
      <h4 className="font-[650]">{title}</h4>
      <p className="text-[0.95rem] text-soft">{about}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">{children}</div>
    </section>
  );
}
