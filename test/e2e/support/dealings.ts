import { randomUUID } from 'node:crypto';
import type { Role } from '../../../functions/core/views/roles.ts';
import type { HubWithTeams } from '../../scenarios/hub-with-teams.ts';
import { requestOf } from '../../scenarios/story.ts';
import { type Taken, takenWhole } from '../../scenarios/system-client.ts';
import { type Answer, makeRequests, roleToken } from './request.ts';

/** What systems and officers do with a running hub, each time until nothing is left to do, and what the systems then show. */
export interface Dealings {
  /** A system posts things in its own format; the hub has to take them all. */
  says(system: string, ...items: readonly object[]): Promise<Taken>;
  /** The codes of the flags that a system shows on a home, in alphabetical order. */
  shownIn(system: string, uprn: string): string[];
  /** The same flags, as the system calls them. */
  ownWords(system: string, uprn: string): string[];
  /** Everything that a system was ever sent. */
  received(system: string): readonly string[];
  looks(role: Role, path: string): Promise<Answer>;
  /** An officer decides; without a version, about a flag that nobody has seen yet. */
  decides(role: Role, path: string, body: object, version?: string | null): Promise<Answer>;
  /** The day comes, and the clock does what time alone brings. */
  comes(day: string): Promise<void>;
  /** Waits until nothing is left to do, and lets the systems that fetch do so. */
  rests(): Promise<void>;
}

export function makeDealings({ hub, teams, system: clientOf }: HubWithTeams): Dealings {
  const request = makeRequests(hub);
  const teamOf = (system: string) => {
    const team = teams.all.find(one => one.system === system);
    if (team === undefined) throw new Error(`No system is called ${system}`);
    return team;
  };
  const rests = async () => {
    await hub.settled({ allowDeadLetters: true });
    await teams.fetch();
  };
  return {
    rests,
    async says(system, ...items) {
      const taken = takenWhole(
        system,
        await clientOf(system).post(requestOf({ kind: 'json', items: [...items] })),
      );
      await rests();
      return taken;
    },
    shownIn: (system, uprn) =>
      teamOf(system)
        .shownAt(uprn)
        .map(({ code }) => code)
        .sort(),
    ownWords: (system, uprn) =>
      teamOf(system)
        .shownAt(uprn)
        .map(({ own }) => own)
        .sort(),
    received: system => teamOf(system).received,
    looks: async (role, path) => request({ path: `/v1/${path}`, token: await roleToken(hub, role) }),
    async decides(role, path, body, version) {
      const answer = await request({
        ...{ method: 'POST', path: `/v1/${path}`, token: await roleToken(hub, role) },
        ...{ contentType: 'application/json', body: JSON.stringify(body), idempotencyKey: randomUUID() },
        ...(typeof version === 'string' && { headers: { 'if-match': version } }),
      });
      await rests();
      return answer;
    },
    async comes(day) {
      await hub.setTime(new Date(`${day}T10:00:00Z`));
      await hub.invoke('WatchingWatchFunction', { source: 'aws.events' });
      await rests();
    },
  };
}
