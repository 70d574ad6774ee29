import type { EventDraft, Problem } from '../../functions/adapters/contract.ts';
import { adapter } from '../../functions/adapters/tenancy/adapter.ts';
import { translate } from '../../functions/intake/item/translate.ts';

/** A tenure of one man in one flat, as the system has it. */
export const mrB = { id: 'mr-b', isResponsible: true };
export const flat7 = { id: 'asset-7', uprn: '200000471107' };
export const tenure = {
  householdMembers: [mrB],
  tenuredAsset: flat7,
  tenureType: { code: 'SEC', description: 'Secure' },
  startOfTenureDate: '2024-04-01T00:00:00',
};

/** An event in the tenancy system's envelope. */
export function tenancyEventOf(eventType: string, newData?: object, oldData?: object, fields: object = {}) {
  return {
    id: '8e648f3d-0000-4000-8000-00000000000s',
    eventType,
    sourceDomain: 'Tenure',
    sourceSystem: 'TenureAPI',
    version: 'v1',
    correlationId: 'f4d541d0-0000-4000-8000-000000000001',
    dateTime: '2026-10-12T10:15:30.1234567Z',
    user: { id: 'ac703d87', name: 'Robin Example', email: 'robin.example@council.example.org' },
    entityId: 'tenure-7b',
    ...(newData === undefined ? {} : { eventData: { oldData, newData } }),
    ...fields,
  };
}

/** The events of a message that has to be accepted. */
export function tenancySays(event: unknown): EventDraft[] {
  const result = translate({ row: 1, item: event }, adapter);
  if (!('drafts' in result)) throw new Error(JSON.stringify(result.problems));
  return result.drafts;
}

/** The problems of a message that has to be refused. */
export function tenancyRefuses(event: unknown): Problem[] {
  const result = translate({ row: 1, item: event }, adapter);
  if ('drafts' in result) throw new Error(`accepted: ${JSON.stringify(result.drafts)}`);
  return result.problems ?? [];
}

/** The types of what a message says, in short. */
export function typesOf(event: unknown): string[] {
  return tenancySays(event).map(({ type }) => type.replace(/^housing\.|\.v1$/g, ''));
}

/** Where a message that has to be refused is wrong. */
export function pathsOf(event: unknown): string[] {
  return tenancyRefuses(event).map(({ path }) => path);
}
