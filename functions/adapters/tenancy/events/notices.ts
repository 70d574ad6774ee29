import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { londonDate } from '../../kit/london-date.ts';
import { present } from '../../kit/present.ts';
import { baseOf, homeOf, staffOf } from '../base.ts';
import type { TenancyEventOf } from '../vendor.ts';
import type { Notice } from '../vendor-parts.ts';

type TenureEvent = TenancyEventOf<'TenureCreatedEvent' | 'TenureUpdatedEvent'>;

/** The notice types that announce entry to the home; every other notice is a letter to the household. */
const accessNotices = ['access', 'notice of access', 'notice of entry'];

/** The notices of a tenure that were served and that it did not have before. */
export function noticesServed(event: TenureEvent): EventDraft[] {
  const { newData } = event.eventData;
  const earlier = 'oldData' in event.eventData ? (event.eventData.oldData?.notices ?? []) : [];
  const known = new Set(earlier.map(keyOf));
  const served = (newData.notices ?? []).filter(notice => !known.has(keyOf(notice)));
  return served.flatMap(notice => noticeServed(event, notice));
}

function keyOf({ type, servedDate }: Notice): string {
  return `${type} ${servedDate?.at}`;
}

function noticeServed(event: TenureEvent, { type, servedDate, effectiveDate }: Notice): EventDraft[] {
  if (servedDate === undefined) return [];
  const about = {
    ...baseOf(event),
    happened: servedDate,
    home: homeOf(event.eventData.newData.tenuredAsset, event.entityId),
  };
  if (accessNotices.includes(type.toLowerCase())) {
    const effectiveOn = effectiveDate === undefined ? undefined : londonDate(effectiveDate.at);
    const data = present({ tenancyReference: event.entityId, notice: type, effectiveOn });
    return [{ ...about, ...eventContent('housing.tenancy.access-notice-served.v1', data) }];
  }
  const data = present({
    channel: 'letter' as const,
    direction: 'out' as const,
    twoWay: false,
    about: 'Notice served',
    note: { text: type, classification: 'personal' as const },
    recordedBy: staffOf(event),
  });
  return [{ ...about, ...eventContent('housing.tenancy.contact-recorded.v1', data) }];
}
