import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { Team } from '../../../schemas/teams.ts';
import { flagFor } from './need-to-know.ts';

/** What a team's system is sent of an announcement, or undefined where the team may not know of the flag. */
export function announcementFor(team: Team, event: HubFlagEvent): HubFlagEvent | undefined {
  const flag = flagFor({ team }, event.data.flag);
  return flag && ({ ...event, data: { ...event.data, flag } } as HubFlagEvent);
}
