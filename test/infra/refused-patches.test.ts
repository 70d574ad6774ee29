/** Small changes that once passed every check, each made to a copy of the sources: the check now says what to do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyRepository, type RepositoryCopy } from '../e2e/support/repository-copy.ts';
import { compilerErrors, refusal, replace, write } from '../support/patched-copy.ts';
import { fileOf, sourceOf, type WayName, ways } from './refused-patches/access-endpoint.ts';

const leakSteps = 'functions/adapters/leaks/leak-steps.ts';
let copy: RepositoryCopy;

beforeAll(async () => {
  copy = await copyRepository();
});
afterAll(() => copy.remove());

describe('the compiler', () => {
  let errorsOf: (file: string) => string;

  beforeAll(async () => {
    const names = Object.keys(ways) as WayName[];
    for (const name of names) await write(copy, fileOf(name), sourceOf(name));
    await replace(copy, leakSteps, 'room: cell.room,', 'room: cell.room, meterReading: cell.circuits,');
    errorsOf = await compilerErrors(copy, [...names.map(fileOf), leakSteps]);
  });

  it.each<[WayName, RegExp]>([
    ['undeclared', /Property 'discloses' is missing/],
    ['declared-empty', /not assignable to type 'AtLeastOneDetail'[\s\S]*target requires 1/],
    ['undisclosed', /Property 'disclosed' is missing/],
    ['hidden', /To read about people, declare shows: \\"personal\\" and what the answer discloses/],
  ])('refuses an endpoint that answers a name, %s', (name, message) => {
    expect(errorsOf(fileOf(name))).toMatch(message);
  });

  it('refuses a column of the leaks sheet for which the event has no field', () => {
    expect(errorsOf(leakSteps)).toMatch(/meterReading/);
    expect(errorsOf(leakSteps)).toMatch(/add it in schemas\/events\/ or leave it out/);
  });

  it('takes it with its disclosure', () => {
    expect(errorsOf(fileOf('declared'))).toBe('');
  });
});

it('the test of log lines refuses that a line with a metric is written no more', async () => {
  const file = 'functions/intake/files/snapshot/commit-snapshot.ts';
  await replace(
    copy,
    file,
    'logLine(logLines.snapshotHeld, { fileId: file.fileId, feed: name, ...held });',
    '',
  );
  const said = await refusal(copy, 'vitest', ...testOf('test/infra/log-lines.test.ts'));
  expect(said).toMatch(/counts lines of the code snapshot-held, and no handler writes one any more/);
  expect(said).toMatch(/Write it with logLine again/);
});

it('the check of imports refuses one room in another', async () => {
  const file = 'functions/delivery/drift/examine.ts';
  await replace(copy, file, 'import ', `import '../../intake/receive/receive.ts';\nimport `);
  const said = await refusal(copy, 'depcruise', '--output-type', 'err-long', file);
  expect(said).toMatch(
    /delivery-knows-no-other-room: functions\/delivery\/drift\/examine\.ts → functions\/intake/,
  );
  expect(said.replace(/\s+/g, ' ')).toMatch(/What another room needs of it belongs in one of those/);
});

/** Runs one file of tests of a copy. */
function testOf(file: string): string[] {
  return ['run', '--config', 'test/vitest.config.ts', '--reporter', 'tap-flat', file];
}
