import type { Json } from '../world/process.ts';
import type { After } from './after.ts';
import { each, type Invariant } from './invariant.ts';

const filesIn = ({ files }: After): Json[] =>
  files.filter(({ sk, fileId }) => String(sk).startsWith('FILE') && fileId !== undefined);
const contentOf = ({ hub }: After, key: string | undefined) =>
  hub.world.bucket.objects.get(key ?? '')?.toString('utf8');
const linesOf = (text: string) => text.split('\n').filter(line => line.trim() !== '');

/** What was uploaded of a file: nothing until it was. */
function uploadOf(after: After, fileId: string): string | undefined {
  const key = [...after.hub.world.bucket.objects.keys()].find(
    one => one.startsWith('files/') && one.endsWith(fileId),
  );
  return contentOf(after, key);
}

export const filesAreDone: Invariant = {
  name: 'files are done',
  says: 'Every file that was uploaded is done, refused or held, and nobody holds its lease.',
  breaches: after =>
    each(filesIn(after), ({ fileId, state, claim }) => {
      if (uploadOf(after, fileId) === undefined) return undefined;
      if (!['done', 'refused', 'held'].includes(state)) return `file ${fileId} is ${state}`;
      return claim === undefined ? undefined : `somebody holds the lease of file ${fileId}`;
    }),
};

export const rowsCountOnce: Invariant = {
  name: 'rows count once',
  says: 'Each row of a file that is done is counted once, and something became of it.',
  breaches: after =>
    each(filesIn(after), ({ fileId, kind, contentType, state, counts }) => {
      if (state !== 'done') return undefined;
      const headings = contentType === 'text/csv' ? 1 : 0;
      const rows = linesOf(uploadOf(after, fileId) ?? '').length - headings;
      if (counts.rows !== rows) return `file ${fileId} has ${rows} rows, and ${counts.rows} are counted`;
      const dealt = counts.accepted + counts.rejected + counts.quarantined;
      return kind === 'events' && dealt === 0
        ? `file ${fileId} has ${rows} rows and nothing became of them`
        : undefined;
    }),
};

export const fileResultsAreTrue: Invariant = {
  name: 'file results are true',
  says: 'What the result of a file has as accepted is in a timeline or in quarantine, and what it has as quarantined is there.',
  breaches(after) {
    const ids = new Set(after.timeline.map(({ event }) => event.id as string));
    const held = new Set(after.quarantine.map(({ payload }) => /"id":"([0-9a-f-]{36})"/.exec(payload)?.[1]));
    const kept = new Set(after.quarantine.map(({ id }) => id));
    return each(filesIn(after), ({ fileId, result }) => {
      const lines: Json[] = linesOf(contentOf(after, result?.key) ?? '').map(line => JSON.parse(line));
      const lost = lines.filter(({ outcome, id, events = [] }) =>
        outcome === 'quarantined'
          ? !kept.has(id)
          : events.some((event: Json) => !ids.has(event.id) && !held.has(event.id)),
      );
      return lost.length === 0 ? undefined : `of file ${fileId} is nowhere: ${JSON.stringify(lost[0])}`;
    });
  },
};

export const snapshotsFollow: Invariant = {
  name: 'snapshots follow each other',
  says: 'Each full extract of a feed is compared with the one before it: no two have one place in the series.',
  breaches(after) {
    const places = filesIn(after).flatMap(({ pk, feed, sequence }) =>
      sequence === undefined ? [] : [`${pk} ${feed} ${sequence}`],
    );
    return each(places, place =>
      places.filter(other => other === place).length === 1 ? undefined : `two have the place ${place}`,
    );
  },
};
