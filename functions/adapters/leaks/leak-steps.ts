import { eventContent } from '../../../schemas/event-content.ts';
import { isHubsLeakReference } from '../../../schemas/events/leak.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import * as cell from './cells.ts';
import { electricsOff } from './flag-codes.ts';
import { step } from './step.ts';

const leak = { leakReference: cell.leakReference, recordedBy: cell.officer, note: cell.found };
const flag = { code: electricsOff.code, localCode: electricsOff.local };

/** Whether the team has a reference of its own for the leak. Without, it is the one that is open at the home then. */
function hasReference<T extends { leakReference?: LocalReference | undefined }>(
  row: T,
): row is T & { leakReference: LocalReference } {
  return row.leakReference !== undefined && !isHubsLeakReference(row.leakReference);
}

/** The flag of the electrics ends under the reference under which it was said, or without one. */
function flagOf(row: { leakReference?: LocalReference | undefined }) {
  return { ...flag, localReference: hasReference(row) ? row.leakReference : undefined };
}

/** The steps of the water itself, from the report to the end of it. */
export const leakSteps = {
  'leak-reported': step(
    { ...leak, room: cell.room, nearElectrics: cell.nearElectrics },
    ({ happened, place, ...data }) => {
      const content = hasReference(data)
        ? eventContent('housing.leak.reported.v1', data)
        : eventContent('housing.leak.noted.v1', { ...data, step: 'reported' });
      return [{ happened, ...place, ...content }];
    },
  ),
  contained: step(leak, ({ happened, place, ...data }) => {
    const content = hasReference(data)
      ? eventContent('housing.leak.contained.v1', data)
      : eventContent('housing.leak.noted.v1', { ...data, step: 'contained' });
    return [{ happened, ...place, ...content }];
  }),
  'electrics-isolated': step(
    { ...leak, circuits: cell.circuits },
    ({ happened, place: { home }, ...data }) => {
      const content = hasReference(data)
        ? eventContent('housing.leak.electrics-isolated.v1', data)
        : eventContent('housing.leak.noted.v1', { ...data, step: 'electrics-isolated' });
      const asserted = { ...flagOf(data), assertedBy: data.recordedBy };
      return [
        { happened, home, ...content },
        { happened, home, ...eventContent('housing.flag.asserted.v1', asserted) },
      ];
    },
  ),
  'electrics-reinstated': step(leak, ({ happened, place: { home }, ...data }) => {
    const content = hasReference(data)
      ? eventContent('housing.leak.electrics-reinstated.v1', data)
      : eventContent('housing.leak.noted.v1', { ...data, step: 'electrics-reinstated' });
    return [
      { happened, home, ...content },
      { happened, home, ...eventContent('housing.flag.withdrawn.v1', flagOf(data)) },
    ];
  }),
  traced: step({ ...leak, cause: cell.foundCause }, ({ happened, place, ...data }) => {
    const content = hasReference(data)
      ? eventContent('housing.leak.traced.v1', data)
      : eventContent('housing.leak.noted.v1', { ...data, step: 'traced' });
    return [{ happened, ...place, ...content }];
  }),
  dried: step({ ...leak, moisturePercent: cell.moisturePercent }, ({ happened, place, ...data }) => {
    const content = hasReference(data)
      ? eventContent('housing.leak.dried.v1', data)
      : eventContent('housing.leak.noted.v1', { ...data, step: 'dried' });
    return [{ happened, ...place, ...content }];
  }),
  resolved: step({ ...leak, cause: cell.cause }, ({ happened, place, ...data }) => {
    const content = hasReference(data)
      ? eventContent('housing.leak.resolved.v1', data)
      : eventContent('housing.leak.noted.v1', { ...data, step: 'resolved' });
    return [{ happened, ...place, ...content }];
  }),
};
