import { present } from '../kit/present.ts';
import * as cell from './cells.ts';
import { electricsOff } from './flag-codes.ts';
import { step } from './step.ts';

const { leakReference } = cell;
const flag = { code: electricsOff.code, localCode: electricsOff.local };

/** The steps of the water itself, from the report to the end of it. */
export const leakSteps = {
  'leak-reported': step(
    { leakReference, room: cell.room, nearElectrics: cell.nearElectrics, note: cell.note },
    ({ happened, place, ...data }) => [
      { type: 'housing.leak.reported.v1', happened, ...place, data: present(data) },
    ],
  ),
  contained: step({ leakReference }, ({ happened, place, ...data }) => [
    { type: 'housing.leak.contained.v1', happened, ...place, data },
  ]),
  'electrics-isolated': step(
    { leakReference, circuits: cell.circuits, assertedBy: cell.officer },
    ({ happened, place: { home }, assertedBy, ...data }) => [
      { type: 'housing.leak.electrics-isolated.v1', happened, home, data: present(data) },
      {
        type: 'housing.flag.asserted.v1',
        happened,
        home,
        data: present({ ...flag, localReference: data.leakReference, assertedBy }),
      },
    ],
  ),
  'electrics-reinstated': step({ leakReference }, ({ happened, place: { home }, ...data }) => [
    { type: 'housing.leak.electrics-reinstated.v1', happened, home, data },
    {
      type: 'housing.flag.withdrawn.v1',
      happened,
      home,
      data: { ...flag, localReference: data.leakReference },
    },
  ]),
  traced: step({ leakReference, cause: cell.foundCause }, ({ happened, place, ...data }) => [
    { type: 'housing.leak.traced.v1', happened, ...place, data },
  ]),
  dried: step({ leakReference, moisturePercent: cell.moisturePercent }, ({ happened, place, ...data }) => [
    { type: 'housing.leak.dried.v1', happened, ...place, data: present(data) },
  ]),
  resolved: step({ leakReference, cause: cell.cause }, ({ happened, place, ...data }) => [
    { type: 'housing.leak.resolved.v1', happened, ...place, data: present(data) },
  ]),
};
