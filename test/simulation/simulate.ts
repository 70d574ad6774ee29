import { stderr, stdout } from 'node:process';
import { askedFor } from './run/arguments.ts';
import { type Run, runSeed } from './run/run-seed.ts';
import { failureLines, storyLines } from './run/say.ts';
import { shrink } from './run/shrink.ts';
import { versionAt } from './run/version-at.ts';
import { listeningToLogs } from './world/logs.ts';

const { from, seeds, show, calls, shorten, before: commit } = askedFor(process.argv.slice(2));
const before = commit === undefined ? undefined : await versionAt(commit);
const millisecondsPerHour = 3_600_000;
const progressEvery = 20;

/** How many seeds a processor would run in an hour at this rate. */
function rateOf(done: number): string {
  const { user, system } = process.cpuUsage();
  return `${Math.round((done * millisecondsPerHour * 1000) / (user + system))} seeds a processor hour`;
}

function print(lines: readonly string[]): void {
  stdout.write(`${lines.join('\n')}\n`);
}

async function report(run: Run): Promise<void> {
  const [first] = run.breaches;
  if (show) print(storyLines(run, calls));
  if (first === undefined) return;
  print(failureLines(shorten ? await shrink(run) : { invariant: first.invariant, run }));
}

const kinds = new Map<string, number>();
const happened = new Map<string, number>();
const failed: number[] = [];
await listeningToLogs(async () => {
  for (let done = 0; done < seeds; done += 1) {
    const run = await runSeed({ seed: from + done, before });
    for (const { kind } of run.struck) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    for (const [name, times] of run.happened) happened.set(name, (happened.get(name) ?? 0) + times);
    if (run.breaches.length > 0) failed.push(run.seed);
    await report(run);
    if (done % progressEvery === 0 && seeds > 1) {
      stderr.write(`\r${done + 1} of ${seeds} seeds, ${failed.length} failed, ${rateOf(done + 1)}   `);
    }
  }
});
if (seeds > 1) stderr.write('\n');
const counted = (times: ReadonlyMap<string, number>) =>
  [...times]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
print([
  `${seeds} seeds, ${failed.length} failed${failed.length === 0 ? '' : `: ${failed.join(' ')}`}; ${rateOf(seeds)}`,
  `faults that struck: ${counted(kinds) || 'none'}`,
  `what came about: ${counted(happened)}`,
]);
process.exitCode = failed.length === 0 ? 0 : 1;
