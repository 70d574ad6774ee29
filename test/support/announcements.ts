import type { OutboundContext } from '../../functions/adapters/contract.ts';
import { flagId } from '../../functions/core/flags/flag-id.ts';
import { eventSchema, type HubFlagEvent } from '../../schemas/catalogue.ts';
import type { ClearingReason, FlagState } from '../../schemas/flag-life.ts';
import { type FlagCode, flagDefinition } from '../../schemas/flags.ts';
import { localReferenceSchema, systemNameSchema } from '../../schemas/reference.ts';

interface Shown {
  code: FlagCode;
  places: string[];
  because?: object;
  state?: FlagState;
}

/** The hub's announcement of a flag on flat 4, or on a person where the flag hangs on one. */
export function announcement(
  action: 'raised' | 'changed' | 'cleared',
  { code, ...shown }: Shown,
  noLongerAt?: string[],
  reason: ClearingReason = 'withdrawn',
): HubFlagEvent {
  const { family, hangsOn, severity, instruction } = flagDefinition(code);
  const on = hangsOn === 'person' ? 'person/tenancy:mr-b' : 'property/200000471104';
  const id = '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11';
  const time = '2025-08-01T15:00:00.000Z';
  const type = `housing.flag.${action}.v1`;
  return eventSchema.parse({
    specversion: '1.0',
    id,
    source: 'urn:lintel:hub',
    type,
    subject: on,
    time,
    recordedtime: time,
    timebasis: 'offset',
    datacontenttype: 'application/json',
    dataschema: `urn:lintel:schema:${type}`,
    correlationid: id,
    causationid: id,
    partitionkey: on.split('/')[1],
    dataclassification: 'personal',
    data: {
      subjects: [{ subject: on, role: hangsOn === 'person' ? 'person' : 'home' }],
      flag: {
        id: flagId({ code, on, tenancyReference: undefined }),
        code,
        on,
        family,
        hangsOn,
        severity,
        instruction,
        state: 'active',
        since: '2025-07-14T23:30:00.000Z',
        reviewDue: '2025-07-21',
        sources: ['leaks', 'tenancy'],
        version: 3,
        changedAt: time,
        ...shown,
      },
      ...(noLongerAt !== undefined && { noLongerAt }),
      ...(action === 'cleared' && { reason }),
    },
  }) as HubFlagEvent;
}

/** What a system may look up when it is told of a flag: its own key of some homes. */
export function contextOf(system: string, references: Readonly<Record<string, string>>): OutboundContext {
  return {
    system: systemNameSchema.parse(system),
    referenceOf: uprn => localReferenceSchema.safeParse(references[uprn]).data,
  };
}
