/** A range by its name; its two ends are to be told from ends that lie close by or belong to something else. */
import { PORT_RANGES, type PortRange, type PortRangeId } from "#net/port-range";
import { ephemeralRangeOf } from "#net/ephemeral-range";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";

const linux = ephemeralRangeOf("linux");

/** Wrong ends, from which each question takes three. */
const TEMPTING: Readonly<Record<PortRangeId, readonly Choice[]>> = {
  system: [
    {
      text: "0 to 1024",
      because:
        "That is one number too many: the range holds 1,024 numbers, and since 0 is the first, 1023 is the last.",
    },
    {
      text: "1 to 1023",
      because:
        "Port 0 is reserved, so it seems to be left out. It is a number of this range all the same.",
    },
    {
      text: "1 to 1024",
      because:
        "It looks tidy, 1,024 numbers from 1 on. But the numbers begin at 0 and end at 1023.",
    },
    {
      text: "0 to 255",
      because: "That is what one byte holds. A port has two bytes, and this range is wider.",
    },
    {
      text: "0 to 1000",
      because: "1000 is round for people. For computers 1024 is, and the range ends one before it.",
    },
    {
      text: "1024 to 49151",
      because: "Those are the User Ports, the next range.",
    },
  ],
  user: [
    {
      text: "1024 to 49152",
      because: "One too many at the top: 49152 is the first of the Dynamic Ports.",
    },
    {
      text: "1023 to 49151",
      because: "One too many at the bottom: 1023 is the last of the System Ports.",
    },
    {
      text: "1025 to 49151",
      because: "1024 is missing. IANA keeps it reserved, but it is a number of this range.",
    },
    {
      text: "1024 to 65535",
      because:
        "That holds the Dynamic Ports as well, which IANA never assigns. They begin at 49152.",
    },
    {
      text: `1024 to ${linux.from - 1}`,
      because: `Linux takes its clients' ports from ${linux.from} on, so this seems to be a border. It is one of Linux, not of IANA's ranges.`,
    },
    {
      text: "49152 to 65535",
      because: "Those are the Dynamic Ports, which nobody can register.",
    },
  ],
  dynamic: [
    {
      text: "49151 to 65535",
      because: "One too many: 49151 is the last of the User Ports.",
    },
    {
      text: "49152 to 65536",
      because: "The beginning is right. But sixteen bits end at 65535, so there is no port 65536.",
    },
    {
      text: "49153 to 65535",
      because: "49152 is missing, and it is the first of this range.",
    },
    {
      text: `${linux.from} to ${linux.to}`,
      because:
        "From there Linux takes its clients' ports, a setting of one system. IANA's range begins higher and goes up to the last port.",
    },
    {
      text: "1024 to 65535",
      because:
        "Between the System Ports and this range lie the User Ports, 1024 to 49151, which can be registered.",
      belief: "ephemeral-above-1023",
    },
    {
      text: "1024 to 49151",
      because: "Those are the User Ports, which can be registered.",
      belief: "ephemeral-above-1023",
    },
  ],
};

export const endsOfRange: Generator = {
  id: "ends-of-range",
  topic: "port-ranges",
  practises: "telling a range's ends from others that look like them",
  lesson: "ports/three-ranges",
  make(draw) {
    const range = draw.pick(PORT_RANGES);
    const called = draw.pick([range.name, ...range.otherNames.filter((each) => isPlain(each))]);
    return {
      kind: "choose-one",
      prompt: draw.pick([
        `Which ports are the ${called}?`,
        `From which port to which do the ${called} go?`,
      ]),
      choices: draw.shuffled([rightChoice(range), ...draw.sample(TEMPTING[range.id], 3)]),
    };
  },
};

/** "Ephemeral Ports" means IANA's range to some, and their own system's to others. */
function isPlain(name: string): boolean {
  return name !== "Ephemeral Ports";
}

function rightChoice({ name, from, to, meaning }: PortRange): Choice {
  return {
    text: `${from} to ${to}`,
    right: true,
    because: `These are the ${name}, both ends included. ${meaning}`,
  };
}
