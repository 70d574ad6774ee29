import { present } from '../kit/present.ts';
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
      { type: 'housing.leak.reported.v1', happened, ...place, data: present(data) },
    ],
  ),
  contained: step(leak, ({ happened, place, ...data }) => [
    { type: 'housing.leak.contained.v1', happened, ...place, data: present(data) },
  ]),
  'electrics-isolated': step(
    { ...leak, circuits: cell.circuits },
    ({ happened, place: { home }, ...data }) => [
      { type: 'housing.leak.electrics-isolated.v1', happened, home, data: present(data) },
      {
        type: 'housing.flag.asserted.v1',
        happened,
        home,
        data: present({ ...flag, localReference: data.leakReference, assertedBy: data.recordedBy }),
      },
    ],
  ),
  'electrics-reinstated': step(leak, ({ happened, place: { home }, ...data }) => [
    { type: 'housing.leak.electrics-reinstated.v1', happened, home, data: present(data) },
    {
      type: 'housing.flag.withdrawn.v1',
      happened,
      home,
      data: { ...flag, localReference: data.leakReference },
    },
  ]),
  traced: step({ ...leak, cause: cell.foundCause }, ({ happened, place, ...data }) => [
    { type: 'housing.leak.traced.v1', happened, ...place, data: present(data) },
  ]),
  dried: step({ ...leak, moisturePercent: cell.moisturePercent }, ({ happened, place, ...data }) => [
    { type: 'housing.leak.dried.v1', happened, ...place, data: present(data) },
  ]),
  resolved: step({ ...leak, cause: cell.cause }, ({ happened, place, ...data }) => [
    { type: 'housing.leak.resolved.v1', happened, ...place, data: present(data) },
  ]),
};
