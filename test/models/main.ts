import { type Examined, examine, holds } from './examine.ts';
import { models } from './model.ts';
import { missingTools } from './toolchain.ts';

/** Explores every model whole and without each of its guards, and says what was found. Names choose models. */
const named = process.argv.slice(2);
const chosen = models.filter(({ name }) => named.length === 0 || named.includes(name));
const missing = missingTools();
if (missing !== undefined || chosen.length === 0) {
  say(missing ?? `Not a model: ${named.join(', ')}. There are ${models.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const examined = await examine(chosen);
for (const model of chosen) {
  const ofModel = examined.filter(one => one.model === model);
  for (const one of [false, true].flatMap(isPart =>
    ofModel.filter(it => (it.leftOut !== undefined) === isPart),
  ))
    say(lineOf(one));
}
const wrong = examined.filter(one => !holds(one));
say(wrong.length === 0 ? 'Every model holds, and no guard can be left out.' : `${wrong.length} do not hold.`);
if (wrong.length > 0) process.exitCode = 1;

function lineOf(one: Examined): string {
  const { model, leftOut, explored } = one;
  const { states, depth, seconds, fault, isExhaustive } = explored;
  const size = `${states} states, depth ${depth}, ${seconds.toFixed(1)} s`;
  if (leftOut !== undefined)
    return `  without ${leftOut.name}: ${fault === undefined ? 'NOT found' : 'found'}, ${size}`;
  const outcome = fault === undefined ? 'holds' : `DOES NOT HOLD: ${fault}`;
  return `${model.name}: ${isExhaustive || fault !== undefined ? outcome : 'NOT exhaustive'}, ${size}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
