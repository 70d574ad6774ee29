import { expect, it } from 'vitest';
import type { Place } from '../../../../functions/core/identity/place.ts';
import { foldEvents } from '../../../../functions/core/record/fold.ts';
import type { Viewer } from '../../../../functions/core/views/need-to-know.ts';
import { type PropertySources, propertyView } from '../../../../functions/core/views/property.ts';
import { propertyViewSchema } from '../../../../functions/core/views/property-schema.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import {
  type LocalReference,
  personSubject,
  propertySubject,
  type Subject,
} from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat5, instant, mrB } from '../../../support/events.ts';

const at = '2025-06-02T09:00:00Z';
const manager: Viewer = { teams: ['management'], teamOfSystem: () => undefined };
const tenancyReference = 'T-7' as LocalReference;
const lived = eventOf({
  ...{ type: 'housing.tenancy.started.v1', system: 'tenancy', at, home: flat4, persons: [mrB] },
  data: { tenancyReference, tenure: 'Secure', household: [{ person: mrB, responsible: true }] },
});
const leaked = eventOf({
  ...{ type: 'housing.leak.reported.v1', at, home: flat4 },
  data: { leakReference: 'L-1' as LocalReference },
});
const warned = eventOf({
  ...{ type: 'housing.flag.asserted.v1', system: 'tenancy', at, persons: [mrB] },
  data: { code: 'do-not-visit-alone', localCode: 'CV' },
});
const stored = (subject: Subject, ...events: SystemEvent[]) =>
  foldEvents({ subject, version: 0, record: undefined, flags: {}, rows: {} }, events, instant(at));

const place: Place = { uprn: flat5, status: 'approved', address: '4-5', postcode: '', references: {} };
const merged: PropertySources = {
  at: instant(at),
  ...{ place, block: undefined, property: stored(propertySubject(flat5), lived) },
  household: { [mrB]: stored(personSubject(mrB), lived, warned) },
  ...{ findings: [], otherHomes: new Map() },
  predecessors: [{ uprn: flat4, property: stored(propertySubject(flat4), lived, leaked) }],
};

it('shows on a home what still stands on the ones that it succeeded, and everybody once', () => {
  const { answer: view } = propertyView(merged, manager);
  expect(view.flags.map(({ code, on }) => `${code} on ${on}`)).toEqual([
    `do-not-visit-alone on person/${mrB}`,
    `active-leak on property/${flat4}`,
  ]);
  expect(view.household).toMatchObject([{ person: mrB, responsible: true }]);
  expect(view.succeeds).toEqual([{ uprn: flat4, openCases: 1 }]);
  expect(view.openCases).toEqual([]);
  expect(propertyViewSchema.parse(JSON.parse(JSON.stringify(view)))).toMatchObject({
    succeeds: [{ uprn: flat4 }],
  });
});

it('says how a retired home stands and what came after it', () => {
  const retired: Place = { ...place, status: 'retired', succeededBy: [flat4] };
  const { answer: view } = propertyView({ ...merged, place: retired, predecessors: [] }, manager);
  expect(view).toMatchObject({ status: 'retired', succeededBy: [flat4] });
  expect(view.succeeds).toBeUndefined();
});
