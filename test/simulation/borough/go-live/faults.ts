import type { Doubt } from '../accounting/wrongness.ts';
import type { Act, NightlyList } from '../world/act.ts';
import type { Borough } from '../world/borough.ts';
import { doubtsAbout } from '../world/nightly.ts';
import { day, daysLater, hour } from '../world/time.ts';

const [without, cutOff] = [15, 20];

/**
 * The first weeks after the hub began, with what goes wrong in them: on one night a row is missing from each list, on another
 * each file is cut off in its middle, and for a month nobody reviews anything. The night after, the list is whole again.
 */
export function firstWeeks(borough: Borough): Borough {
  const { begins } = borough;
  const month = { from: begins + 10 * day, to: begins + 41 * day };
  const isReview = (act: Act) => act.kind === 'decision' && act.act === 'review' && isIn(month, act.at);
  const feeds = feedsOf(borough);
  const acts = [
    ...borough.acts.filter(act => !isReview(act)),
    ...feeds.flatMap(feed => badNights(feed, begins)),
  ];
  return {
    ...borough,
    acts: acts.sort((a, b) => a.at - b.at),
    told: borough.told.filter(({ says, heard }) => says !== 'reviewed' || !isIn(month, heard)),
    doubts: [...borough.doubts, ...feeds.flatMap(feed => doubtsIn(feed, borough))],
  };
}

function isIn({ from, to }: { from: number; to: number }, at: number): boolean {
  return from <= at && at < to;
}

type Feed = readonly NightlyList[];

function feedsOf({ acts }: Borough): Feed[] {
  const lists = acts.filter(act => act.kind === 'list');
  return [...Map.groupBy(lists, ({ system, feed }) => `${system} ${feed}`).values()];
}

/** The list as it was last, on a night so many days after the beginning; in the small hours, after the usual lists. */
function again(feed: Feed, begins: number, days: number): NightlyList[] {
  const at = daysLater(begins, days) + 3 * hour;
  const last = feed.findLast(list => list.at < at);
  return last === undefined ? [] : [{ ...last, at }];
}

function badNights(feed: Feed, begins: number): NightlyList[] {
  return [
    ...again(feed, begins, without).map(list => ({ ...list, body: withoutOne(list.body).body })),
    ...again(feed, begins, without + 1),
    ...again(feed, begins, cutOff).map(
      (list): NightlyList => ({ ...list, body: list.body.slice(0, list.body.length / 2), cutOff: true }),
    ),
    ...again(feed, begins, cutOff + 1),
  ];
}

function withoutOne(body: string): { body: string; row: string } {
  const rows = body.split('\r\n');
  const [row = ''] = rows.splice(Math.ceil(rows.length / 2), 1);
  return { body: rows.join('\r\n'), row };
}

/** Until the next night nobody can say whether what the list lacks is open. */
function doubtsIn(feed: Feed, { begins, told }: Borough): Doubt[] {
  return again(feed, begins, without).flatMap(({ at, body }) => {
    const [id] = withoutOne(body).row.split(',');
    const thing = told.find(one => one.thing.id === id)?.thing;
    return thing === undefined ? [] : doubtsAbout(thing, at, at + 25 * hour);
  });
}
