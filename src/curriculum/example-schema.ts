/** What `run.json` of an example must hold: `content/examples/README.md` says what it means. */
import { z } from "zod";

const command = z.array(z.string()).min(1);

export const exampleRunSchema = z.strictObject({
  steps: z
    .array(
      z.union([
        command,
        z.strictObject({
          run: command,
          exit: z.int().min(0).max(255),
          /** As an ordinary user, also where the tests run as root. */
          ordinary: z.literal(true).optional(),
        }),
        z.strictObject({
          background: command,
          until: z.string().min(1),
          stopped: z.literal(true).optional(),
        }),
      ]),
    )
    .min(1),
  /** In a network of its own, which these lines for `sh` prepare; left out where the machine gives none. */
  network: z.array(z.string().min(1)).min(1).optional(),
  /** Why no test runs it: `output.txt` is what was recorded once. */
  notRun: z.string().min(1).optional(),
  /** Left out where the tests do not run as root: a raw socket needs it. */
  needsRoot: z.literal(true).optional(),
  /** Left out under an older kernel, "6.3", and on other systems: a socket option needs it. */
  needsLinux: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional(),
  /** What differs from run to run, by name, as patterns that match digits. */
  varies: z.record(z.string().min(1), z.string().min(1)).default({}),
});

export type ExampleRun = z.infer<typeof exampleRunSchema>;
export type ExampleStep = ExampleRun["steps"][number];
