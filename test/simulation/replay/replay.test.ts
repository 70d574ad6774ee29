import { expect, it } from 'vitest';
import { readArchive, readFolded } from './captured.ts';
import { digestsOf } from './fold.ts';

const advice =
  'Records folded from the captured archive are other ones. Is that meant? Then: npm run replay -- --because "why", and say it in the changelog';

it('an archive of before folds to the same records, or it is written why not', () => {
  const { because, digests } = readFolded();
  expect(digestsOf(readArchive()), advice).toEqual(digests);
  expect(because[0]?.why).toMatch(/\w/);
});

it('tells a record that is another one', () => {
  const archive = readArchive();
  const [first] = archive;
  const { subject = '' } = first?.data.subjects[0] ?? {};
  expect(digestsOf(archive.slice(1))[subject]).not.toBe(readFolded().digests[subject]);
});
