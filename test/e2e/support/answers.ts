import type { HubWithTeams } from '../../scenarios/hub-with-teams.ts';

const roles = ['manager', 'repairs-officer', 'complaints-officer'] as const;

/**
 * Everything that the hub answers about every home, to several roles, and everything that the teams' systems show:
 * without when the hub heard it or was asked, and without the versions of flags, which count how often something was announced, and when.
 * What time alone brings by then is done first, as the clock has it done every five minutes.
 */
export async function everyAnswer({ hub, places, officer, teams }: HubWithTeams) {
  await hub.invoke('WatchingWatchFunction', { source: 'aws.events' });
  await hub.settled();
  await teams.fetch();
  const homes = await Promise.all(places.map(({ uprn }) => answersAbout(uprn)));
  return Object.fromEntries(homes);

  async function answersAbout(uprn: string) {
    const asked = roles.map(async role => {
      const [property, flags, timeline] = await Promise.all([
        officer(role).property(uprn),
        officer(role).flags(uprn),
        officer(role).timeline(uprn),
      ]);
      return {
        role,
        property: { ...property, asOf: undefined, flags: property.flags.map(withoutVersion) },
        flags: flags.map(withoutVersion),
        timeline: timeline.map(({ heardAt: _heard, lateByDays: _late, ...entry }) => entry),
      };
    });
    const shown = teams.all.map(({ system, shownAt }) => ({ system, shown: sortedByCode(shownAt(uprn)) }));
    return [uprn, { asked: await Promise.all(asked), shown }] as const;
  }
}

function withoutVersion<T extends { version: number; changedAt: string }>({
  version: _version,
  changedAt: _changedAt,
  ...flag
}: T) {
  return flag;
}

function sortedByCode<T extends { code: string; on: string }>(flags: readonly T[]): T[] {
  return flags.toSorted((a, b) => `${a.code} ${a.on}`.localeCompare(`${b.code} ${b.on}`));
}
