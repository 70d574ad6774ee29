import type { SystemEvent, SystemEventType } from '../../../schemas/catalogue.ts';
import type { Touched } from '../../../schemas/event-definition.ts';
import type { Effects, EffectsOf } from './effect.ts';
import { complaintEffects } from './effects/complaint.ts';
import { disrepairEffects } from './effects/disrepair.ts';
import { flagEffects } from './effects/flag.ts';
import { hazardEffects } from './effects/hazard.ts';
import { leakEffects } from './effects/leak.ts';
import { repairEffects } from './effects/repair.ts';
import { personEffects, tenancyEffects } from './effects/tenancy.ts';
import { visitEffects } from './effects/visit.ts';
import { propertyEffects, worksEffects } from './effects/works.ts';

/** One entry a type: the compiler refuses an event type that nothing here folds. */
const effects: { [T in SystemEventType]: EffectsOf<T> } = {
  ...repairEffects,
  ...visitEffects,
  ...leakEffects,
  ...hazardEffects,
  ...tenancyEffects,
  ...personEffects,
  ...propertyEffects,
  ...complaintEffects,
  ...disrepairEffects,
  ...worksEffects,
  ...flagEffects,
};

/** What an event does to the record of one subject that it touches. */
export function effectsOf(event: SystemEvent, touched: Touched): Effects {
  const effect = effects[event.type] as (event: SystemEvent, touched: Touched) => Effects;
  return effect(event, touched);
}
