import type { Expectation } from './expectation.ts';
import type { HubWithTeams } from './hub-with-teams.ts';
import type { News } from './news.ts';
import { requestOf } from './story.ts';
import { type Taken, takenWhole } from './system-client.ts';

/** One thing that the hub heard, and what it made of it. */
export interface Heard {
  news: News;
  events: Taken['accepted'][number]['events'];
  /** Which of those ids the hub had heard before. */
  repeated: ReadonlySet<string>;
}

/** An expectation, and why it was not met if it was not. */
export interface Verdict {
  expectation: Expectation;
  unmet?: string;
}

interface Listener {
  heard?(heard: Heard): void;
  judged?(verdict: Verdict): void;
}

type Step = { at: Date } & ({ news: News } | { expectation: Expectation });

/**
 * Plays a story through a hub: at each moment the hub's time is set, the system posts what it has to say with its own
 * credentials, the hub comes to rest, the systems that fetch do so. Expectations are judged when their time has come.
 * @throws {Error} when the hub does not take what it is sent.
 */
export async function play(
  { hub, teams, system, officer }: HubWithTeams,
  story: { news: readonly News[]; expectations: readonly Expectation[] },
  listener: Listener = {},
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const known = new Set<string>();
  for (const step of stepsOf(story)) {
    await hub.setTime(step.at);
    if ('expectation' in step) {
      const verdict = await judge(step.expectation, { officer, teams: teams.all });
      verdicts.push(verdict);
      listener.judged?.(verdict);
      continue;
    }
    const { news } = step;
    const posted = await system(news.system).post(requestOf(news.payload));
    const events = takenWhole(news.system, posted).accepted.flatMap(row => row.events);
    const repeated = new Set(events.map(({ id }) => id).filter(id => known.has(id)));
    for (const { id } of events) known.add(id);
    await hub.settled();
    await teams.fetch();
    listener.heard?.({ news, events, repeated });
  }
  return verdicts;
}

/** News before judgement where both are of one moment: what was heard by then counts. */
function stepsOf({ news, expectations }: Parameters<typeof play>[1]): Step[] {
  const steps: Step[] = [
    ...news.map(one => ({ at: one.heardAt, news: one })),
    ...expectations.map(expectation => ({ at: new Date(expectation.by), expectation })),
  ];
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function judge(expectation: Expectation, look: Parameters<Expectation['check']>[0]): Promise<Verdict> {
  try {
    await expectation.check(look);
    return { expectation };
  } catch (error) {
    const [reason = 'no reason given'] = String(error instanceof Error ? error.message : error).split('\n');
    return { expectation, unmet: reason };
  }
}
