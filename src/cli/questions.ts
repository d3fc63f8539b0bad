/** `npm run -s questions -- range-of-port 30 7`: the questions of a generator from a seed on, whole, for whoever writes one. */
import { instanceOf } from "#learning/generator";
import { GENERATORS, generatorById } from "#learning/generators";
import { printPieces } from "./print-pieces.ts";
import { toldQuestion } from "./told-question.ts";

const [id = "", count = "10", seed = "0"] = process.argv.slice(2);
const generator = generatorById(id);
const [many, first] = [Number(count), Number(seed)];

if (generator === undefined || !Number.isInteger(many) || !Number.isInteger(first) || first < 0) {
  const known = GENERATORS.map((each) => `  ${each.id.padEnd(26)} ${each.practises}`).join("\n");
  process.stderr.write(`npm run -s questions -- GENERATOR [HOW MANY] [FROM SEED]\n\n${known}\n`);
  process.exitCode = 2;
} else {
  const seeds = Array.from({ length: many }, (_, index) => first + index);
  await printPieces(seeds.map((each) => `${toldQuestion(instanceOf(generator, each).question)}\n`));
}
