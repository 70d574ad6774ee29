import { eventContent } from '../../../schemas/event-content.ts';
import * as cell from './cells.ts';
import { electricsOff } from './flag-codes.ts';
import { step } from './step.ts';

const leak = { leakReference: cell.leakReference, recordedBy: cell.officer, note: cell.note };
const flag = { code: electricsOff.code, localCode: electricsOff.local };

/** The steps of the water itself, from the report to the end of it. */
export const leakSteps = {
  'leak-reported': step(
    { ...leak, room: cell.room, nearElectrics: cell.nearElectrics },
    ({ happened, place, ...data }) => [
      { happened, ...place, ...eventContent('housing.leak.reported.v1', data) },
    ],
  ),
  contained: step(leak, ({ happened, place, ...data }) => [
    { happened, ...place, ...eventContent('housing.leak.contained.v1', data) },
  ]),
  'electrics-isolated': step(
    { ...leak, circuits: cell.circuits },
    ({ happened, place: { home }, ...data }) => [
      { happened, home, ...eventContent('housing.leak.electrics-isolated.v1', data) },
      {
        happened,
        home,
        ...eventContent('housing.flag.asserted.v1', {
          ...flag,
          localReference: data.leakReference,
          assertedBy: data.recordedBy,
        }),
      },
    ],
  ),
  'electrics-reinstated': step(leak, ({ happened, place: { home }, ...data }) => [
    { happened, home, ...eventContent('housing.leak.electrics-reinstated.v1', data) },
    {
      happened,
      home,
      ...eventContent('housing.flag.withdrawn.v1', { ...flag, localReference: data.leakReference }),
    },
  ]),
  traced: step({ ...leak, cause: cell.foundCause }, ({ happened, place, ...data }) => [
    { happened, ...place, ...eventContent('housing.leak.traced.v1', data) },
  ]),
  dried: step({ ...leak, moisturePercent: cell.moisturePercent }, ({ happened, place, ...data }) => [
    { happened, ...place, ...eventContent('housing.leak.dried.v1', data) },
  ]),
  resolved: step({ ...leak, cause: cell.cause }, ({ happened, place, ...data }) => [
    { happened, ...place, ...eventContent('housing.leak.resolved.v1', data) },
  ]),
};
