import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import type { Team } from '../../../schemas/teams.ts';
import { flagFor } from './need-to-know.ts';

/**
 * What a team's system is sent of an announcement, or undefined where the team may not know of the flag. What marks no home
 * goes to the person's record alone, in every system: where that person lives, or lived, is not in it.
 */
export function announcementFor(team: Team, event: HubFlagEvent): HubFlagEvent | undefined {
  const flag = flagFor({ teams: [team] }, event.data.flag);
  if (flag === undefined) return undefined;
  if (flagDefinition(flag.code).marksNoHome !== true)
    return { ...event, data: { ...event.data, flag } } as HubFlagEvent;
  const { noLongerAt: _left, ...data } = { noLongerAt: undefined, ...event.data };
  return { ...event, data: { ...data, flag: { ...flag, places: [] } } } as HubFlagEvent;
}
