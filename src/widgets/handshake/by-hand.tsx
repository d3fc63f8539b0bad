import { memo, type FormEvent, useId, useState } from "react";
import type { FileStep } from "#simulator/simulation-file";
import type { Timeline } from "#simulator/timeline";
import type { Stage } from "./stage.ts";
import { Button } from "#ui/button";
import { Select } from "#ui/select";
import {
  CALL_FORMS,
  type FieldName,
  FIRST_VALUES,
  callForm,
  freeName,
  handStep,
  otherAddress,
  programsAt,
} from "./by-hand.model.ts";

/** Both hosts' calls in a person's hands, from the moment that is shown. */
export const ByHand = memo(function ByHand({ stage }: { stage: Stage }) {
  const { timeline, position } = stage.followed;
  const { callByHand: onCall, isTimeLeft, letTimePass } = stage;
  const hosts = Object.keys(timeline.first.hosts);
  const isNext = timeline.beats[position]?.step?.by === "hand";
  return (
    <div>
      <p role="status" className="min-h-[2lh] max-w-prose text-soft">
        {isNext ? (
          <strong className="font-[650] text-ink">
            Your call is the next step. Press Step to see what it does: another call would take its
            place.
          </strong>
        ) : (
          "Make a call on a host, then step on to see what it does. A call takes effect at the moment that is shown; what came after that moment is replaced."
        )}
      </p>
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        {hosts.map((host) => (
          <CallFields
            key={host}
            host={host}
            timeline={timeline}
            position={position}
            onCall={onCall}
          />
        ))}
      </div>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <Button look="quiet" disabled={!isTimeLeft} onClick={letTimePass}>
          Let time pass
        </Button>
        <span className="text-[0.95rem] text-soft">
          {isTimeLeft ? "To the next thing that is due." : "Nothing is due by itself."}
        </span>
      </p>
    </div>
  );
});

interface CallFieldsProps {
  readonly host: string;
  readonly timeline: Timeline;
  readonly position: number;
  readonly onCall: (step: FileStep) => void;
}

function CallFields({ host, timeline, position, onCall }: CallFieldsProps) {
  const [call, setCall] = useState("socket");
  const [chosenProcess, setProcess] = useState("main");
  const [chosenSocket, setSocket] = useState("");
  const [values, setValues] = useState<Readonly<Partial<Record<FieldName, string>>>>({});
  const [message, setMessage] = useState("");
  const messageId = useId();

  const programs = programsAt(timeline, position, host);
  const program = programs.find(({ process }) => process === chosenProcess) ?? programs[0];
  const process = program?.process ?? "main";
  const sockets = program?.sockets ?? [];
  const on = sockets.includes(chosenSocket) ? chosenSocket : (sockets.at(-1) ?? "");
  const { fields, needsSocket, does } = callForm(call);
  const valueOf = (name: FieldName) => values[name] ?? firstValue(name, call, host, timeline);

  function make(event: FormEvent) {
    event.preventDefault();
    const filled = Object.fromEntries(fields.map((name) => [name, valueOf(name)]));
    const made = handStep({ host, process, call, on, values: filled }, timeline);
    setMessage(made.type === "error" ? made.message : "");
    if (made.type === "error") return;
    if (fields.includes("as")) setSocket(valueOf("as"));
    setValues((kept) => Object.fromEntries(Object.entries(kept).filter(([name]) => name !== "as")));
    onCall(made.step);
  }

  return (
    <form
      onSubmit={make}
      noValidate
      aria-label={`A call on ${host}`}
      className="rounded-box border border-line bg-panel p-3"
    >
      <h3 className="text-[1rem] font-[650]">{host}</h3>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <Select
          label="Call"
          value={call}
          options={CALL_OPTIONS}
          onChange={(next) => {
            setCall(next);
            // What stood in a field was meant for the other call.
            setValues({});
            setMessage("");
          }}
        />
        {programs.length > 1 && (
          <Select
            label="Program"
            value={process}
            options={programs.map((each) => [each.process, each.process] as const)}
            onChange={setProcess}
          />
        )}
        {needsSocket && (
          <Select
            label="On socket"
            value={on}
            options={
              sockets.length === 0 ? [["", "none yet"]] : sockets.map((name) => [name, name])
            }
            onChange={setSocket}
          />
        )}
        {fields.map((name) => (
          <Field
            key={name}
            name={name}
            value={valueOf(name)}
            messageId={messageId}
            onChange={(value) => setValues({ ...values, [name]: value })}
          />
        ))}
      </div>
      <p className="mt-2 text-[0.95rem] text-soft">
        <code>{call}()</code> {does}.
      </p>
      <p id={messageId} role="status" className="min-h-[1.6em] text-[0.95rem] font-[550]">
        {message}
      </p>
      <Button type="submit">Call</Button>
    </form>
  );
}

const CALL_OPTIONS = CALL_FORMS.map(({ call }) => [call, `${call}()`] as const);

function firstValue(name: FieldName, call: string, host: string, timeline: Timeline): string {
  if (name === "as")
    return freeName(timeline, call === "accept" ? "server" : call === "fork" ? "child" : "sock");
  if (name === "address") return call === "bind" ? "0.0.0.0" : otherAddress(timeline, host);
  return FIRST_VALUES[name];
}

const CHOICES: Partial<Record<FieldName, readonly (readonly [string, string])[]>> = {
  type: [
    ["SOCK_STREAM", "stream (TCP)"],
    ["SOCK_DGRAM", "datagram (UDP)"],
    ["SOCK_RAW", "raw (ICMP)"],
  ],
  family: [
    ["AF_INET", "IPv4"],
    ["AF_INET6", "IPv6"],
  ],
  how: [
    ["SHUT_WR", "SHUT_WR"],
    ["SHUT_RD", "SHUT_RD"],
    ["SHUT_RDWR", "SHUT_RDWR"],
  ],
  option: [
    "SO_REUSEADDR",
    "SO_REUSEPORT",
    "SO_KEEPALIVE",
    "SO_LINGER",
    "TCP_NODELAY",
    "IPV6_V6ONLY",
    "SO_RCVBUF",
    "SO_SNDBUF",
    "O_NONBLOCK",
  ].map((name) => [name, name] as const),
};

const LABELS: Readonly<Record<FieldName, string>> = {
  type: "Type",
  family: "Family",
  as: "Name it",
  address: "Address",
  port: "Port",
  backlog: "Backlog",
  data: "Data",
  size: "At most, bytes",
  how: "Direction",
  option: "Option",
  value: "Value",
};

const WIDTHS: Partial<Record<FieldName, string>> = {
  port: "w-24",
  backlog: "w-20",
  size: "w-28",
  value: "w-20",
  as: "w-32",
  address: "w-40",
  data: "w-36",
};

interface FieldProps {
  readonly name: FieldName;
  readonly value: string;
  readonly messageId: string;
  readonly onChange: (value: string) => void;
}

function Field({ name, value, messageId, onChange }: FieldProps) {
  const id = useId();
  const choices = CHOICES[name];
  if (choices !== undefined)
    return <Select label={LABELS[name]} value={value} options={choices} onChange={onChange} />;
  return (
    <div className={WIDTHS[name] ?? ""}>
      <label htmlFor={id} className="block text-[0.95rem] text-soft">
        {LABELS[name]}
      </label>
      <input
        id={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={messageId}
        onChange={(event) => onChange(event.target.value)}
        className="mt-0.5 min-h-11 w-full rounded-lg border border-line bg-paper px-3 font-mono text-[1rem] hover:border-ink/70"
      />
    </div>
  );
}
