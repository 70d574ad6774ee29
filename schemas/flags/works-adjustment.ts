import type { FlagDefinition } from './definition.ts';
import { need } from './need.ts';

/** How to work in somebody's home, and what cannot wait there: what the landlord ought to know before it decides (Awaab's law). */
export const worksAdjustmentFlags = [
  {
    ...need,
    code: 'physical-support',
    instruction: 'Expect to move furniture; they cannot clear the work area.',
  },
  {
    ...need,
    code: 'wheelchair-access',
    instruction: 'Keep routes and doorways clear for a wheelchair at all times.',
  },
  {
    ...need,
    code: 'evacuation-help',
    severity: 'high',
    instruction: 'They cannot leave unaided: keep the way out clear; report a lift or alarm fault at once.',
  },
  {
    ...need,
    code: 'adult-must-be-present',
    instruction: 'Work only while an adult is at home; never leave tools or openings unattended.',
  },
  {
    ...need,
    code: 'damp-is-urgent',
    severity: 'high',
    instruction: 'Treat damp, mould or poor ventilation here as urgent: tell surveying the same day.',
  },
  {
    ...need,
    code: 'heating-is-urgent',
    severity: 'high',
    instruction: 'Treat lost heating or hot water here as urgent: leave a heater and tell repairs at once.',
  },
  {
    ...need,
    code: 'keep-disturbance-low',
    instruction: 'Agree the work first; keep dust, fumes, noise and flashing light to a minimum.',
  },
  {
    ...need,
    code: 'no-naked-flame',
    severity: 'critical',
    instruction: 'No naked flame, sparks or hot work in this home, and no smoking.',
  },
  {
    ...need,
    code: 'supplies-must-stay-on',
    severity: 'critical',
    instruction: 'Do not switch off power or water here before resident services has agreed it with them.',
  },
  {
    ...need,
    code: 'protective-equipment',
    severity: 'high',
    instruction: 'Wear gloves and a mask; look before you reach; wash your hands on leaving.',
  },
] as const satisfies readonly FlagDefinition[];
