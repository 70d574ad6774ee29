import type * as z from 'zod';
import type { FlagDefinition } from '../../../../schemas/flags/definition.ts';
import type { LocalReference, PersonReference } from '../../../../schemas/reference.ts';
import type { HomeLocator } from '../../contract.ts';
import { type Reading, read, together, unread } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import { locatorOf, personOf } from '../base.ts';
import type { alertSchema } from '../vendor-parts.ts';

type Alert = z.output<typeof alertSchema>;

/** The one subject that a flag hangs on. */
export interface AlertSubject {
  where: { persons: [PersonReference] } | { home: HomeLocator };
  tenancyReference?: LocalReference;
}

const at = '/eventData/newData';

/**
 * What a flag of this kind hangs on, from the alert. A person's flag is never put on a home instead: a home that is
 * marked for domestic abuse tells whoever reads the mark, and a mark for conduct stays on when the person moves out.
 */
export function subjectOf(alert: Alert, { code, hangsOn }: FlagDefinition): Reading<AlertSubject> {
  switch (hangsOn) {
    case 'person':
      return personSubject(alert, code);
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

function personSubject({ mmhid }: Alert, code: FlagDefinition['code']): Reading<AlertSubject> {
  if (mmhid !== undefined) return read({ where: { persons: [personOf(mmhid)] } });
  const why =
    code === 'safe-contact'
      ? 'Domestic abuse is kept on the person, for the few who need to know, and never marks a home'
      : 'An alert about a person is never kept on a home';
  return unread({ path: `${at}/mmhid`, message: why, expected: 'the id of the person' });
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
