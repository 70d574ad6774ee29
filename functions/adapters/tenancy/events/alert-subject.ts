import type * as z from 'zod';
import type { FlagDefinition } from '../../../../schemas/flags/definition.ts';
import type { LocalReference, PersonReference } from '../../../../schemas/reference.ts';
import type { HomeLocator } from '../../contract.ts';
import { present } from '../../kit/present.ts';
import { type Reading, read, together } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import { locatorOf, personOf } from '../base.ts';
import type { alertSchema } from '../vendor-parts.ts';

/** What an alert says of whom or what it is about. */
type Alert = Pick<z.output<typeof alertSchema>, 'mmhid' | 'assetId' | 'uprn' | 'tenureId'> &
  Partial<Pick<z.output<typeof alertSchema>, 'propertyReference'>>;

/** The one subject that a flag hangs on. */
export interface AlertSubject {
  where: { persons: PersonReference[]; livesAt?: HomeLocator } | { home: HomeLocator };
  tenancyReference?: LocalReference;
}

const at = '/eventData/newData';

/**
 * What a flag of this kind hangs on, from the alert. A person's flag is never put on a home instead: a home that is
 * marked for domestic abuse tells whoever reads the mark, and a mark for conduct stays on when the person moves out.
 */
export function subjectOf(alert: Alert, { hangsOn }: FlagDefinition): Reading<AlertSubject> {
  switch (hangsOn) {
    case 'person':
      return read(personSubject(alert));
    case 'tenancy':
      return readAs(together({ home: homeOf(alert), tenure: tenureOf(alert) }), ({ home, tenure }) => ({
        where: { home },
        tenancyReference: tenure,
      }));
    case 'property':
    case 'block':
      return readAs(homeOf(alert), home => ({ where: { home } }));
  }
}

/** An alert that names nobody is nobody's: the home that it names only tells among whom to look. */
function personSubject(alert: Alert): AlertSubject {
  const { mmhid, assetId } = alert;
  const livesAt = locatorOf({ ...alert, id: assetId });
  return { where: present({ persons: mmhid === undefined ? [] : [personOf(mmhid)], livesAt }) };
}

function homeOf(alert: Alert): Reading<HomeLocator> {
  return needed(
    locatorOf({ ...alert, id: alert.assetId }),
    `${at}/assetId`,
    'the home: uprn, assetId or propertyReference',
  );
}

function tenureOf({ tenureId }: Alert): Reading<LocalReference> {
  return needed(tenureId, `${at}/tenureId`, 'the tenancy that this code hangs on');
}
