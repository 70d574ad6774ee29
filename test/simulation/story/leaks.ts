import type { Json } from '../world/process.ts';
import type { Random } from '../world/random.ts';
import type { Mood } from './mood.ts';
import { foundWords, homes, secretWords } from './town.ts';

const steps = [
  'Leak reported',
  'Leak reported',
  'Contained',
  'No-one in',
  'No access',
  'Access refused',
  'Electrics isolated',
  'Electrics back on',
  'Visit',
  'Traced',
  'Dried',
  'Resolved',
  'Mould seen',
];

/** Of these the comments are about who lives there: that nobody let them in, or whom the mould makes ill. */
const aboutPeople: ReadonlySet<string> = new Set(['No-one in', 'No access', 'Access refused', 'Mould seen']);

/** Makes the leaks team's sheet of a story: what its next row says. */
export function makeLeaks(random: Random, { unplaced }: Pick<Mood, 'unplaced'>): { next(at: string): Json } {
  const flats = homes.filter(home => home.leaks !== undefined);
  const references: string[] = [];
  return {
    next(at) {
      if (references.length === 0 || random.chance(0.3)) references.push(`LFA-${100 + references.length}`);
      const [day = '', time = ''] = at.split('T');
      const source = random.pick(flats).leaks?.Flat;
      const row = {
        Date: day.split('-').reverse().join('/'),
        Time: time.slice(0, 5),
        ...random.pick(flats).leaks,
        ...(random.chance(unplaced) && { Flat: '99' }),
        'Leak ref': random.pick(references),
        'What happened': random.pick(steps),
        ...(random.chance(0.4) && { 'Source flat': source }),
        Cause: 'Failed seal',
      };
      return { ...row, Comments: aboutPeople.has(row['What happened']) ? secretWords : foundWords };
    },
  };
}
