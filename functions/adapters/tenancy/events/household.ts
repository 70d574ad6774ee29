import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { type Reading, read, unread } from '../../kit/reading.ts';
import { baseOf, homeOf } from '../base.ts';
import type { TenancyEventOf } from '../vendor.ts';
import { householdOf, namesOf } from './tenure.ts';

const changes = {
  PersonAddedToTenureEvent: 'joined',
  PersonRemovedFromTenureEvent: 'left',
} as const;

/** Who joined or left a household: the system gives the members before and after, and the difference is the news. */
export function householdChanged(event: TenancyEventOf<keyof typeof changes>): Reading<EventDraft[]> {
  const { newData, oldData } = event.eventData;
  const change = changes[event.eventType];
  const [longer, shorter] = change === 'joined' ? [newData, oldData] : [oldData, newData];
  const others = new Set(shorter.householdMembers.map(({ id }) => id));
  const members = longer.householdMembers.filter(({ id }) => !others.has(id));
  const moved = householdOf(members);
  if (moved.length === 0) {
    return unread({
      path: '/eventData/newData/householdMembers',
      message: `Nobody has ${change}: the household is the same before and after`,
      expected: 'the members before in oldData and after in newData',
    });
  }
  const home = homeOf(newData.tenuredAsset, event.entityId);
  const changed = moved.map(member => ({
    ...baseOf(event),
    home,
    persons: [member.person],
    ...eventContent('housing.tenancy.household-changed.v1', {
      tenancyReference: event.entityId,
      change,
      member,
      ...(change === 'joined' ? datesToCome(event) : {}),
    }),
  }));
  return read([...changed, ...(change === 'joined' ? namesOf(baseOf(event), members) : [])]);
}

/** When the tenancy begins and ends, where that is still to come: who joins it hears of it only now. */
function datesToCome({ dateTime, eventData: { newData } }: TenancyEventOf<keyof typeof changes>) {
  const [startsAt, endsAt] = [newData.startOfTenureDate, newData.endOfTenureDate].map(date =>
    date !== undefined && date.at > dateTime.at ? date.at : undefined,
  );
  return { startsAt, endsAt };
}
