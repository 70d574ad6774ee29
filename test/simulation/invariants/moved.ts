import { each, type Invariant } from './invariant.ts';

export const toldAsHeard: Invariant = {
  name: 'told as heard',
  says: 'Page by page, every timeline tells each of its events once, the latest first, wherever it lies.',
  breaches({ told, timeline }) {
    const kept = new Set(timeline.map(({ pk, sk }) => `${pk} ${sk}`));
    const heard = new Set(told);
    const partition = (place: string) => place.slice(0, place.indexOf(' '));
    return [
      ...each(kept, place => (heard.has(place) ? undefined : `${place} is kept and not told`)),
      ...each(heard, place => (kept.has(place) ? undefined : `${place} is told and not kept`)),
      ...each(told.entries(), ([index, place]) => {
        const before = told[index - 1];
        if (before === undefined || partition(before) !== partition(place)) return undefined;
        return before > place ? undefined : `${place} is told behind ${before}`;
      }),
    ];
  },
};

export const movedOnce: Invariant = {
  name: 'moved once',
  says: 'Nothing that has left the table is in two objects.',
  breaches({ moved }) {
    const places = new Map<string, string>();
    return each(moved, ({ key, pk, sk }) => {
      const before = places.get(`${pk} ${sk}`);
      places.set(`${pk} ${sk}`, key);
      return before === undefined ? undefined : `${pk} ${sk} is in ${before} and ${key}`;
    });
  },
};
