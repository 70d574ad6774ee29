import type { FlagCode } from '../../../schemas/flags.ts';
import { type Hazard, openHazards } from '../record/hazards.ts';
import { findingOfOpen } from './finding.ts';
import { defineRule, type Rule } from './rule.ts';
import { ruleVersions, type Versions } from './versions.ts';

/** A flag that stands while an occurrence of such a hazard is open, and ends with it. */
function hazardRule(code: FlagCode, versions: Versions<object>, isSuch: (hazard: Hazard) => boolean): Rule {
  return defineRule(code, versions, {
    find: record => findingOfOpen(openHazards(record).filter(isSuch)),
  });
}

/** Damp or mould is suspected or found here, and not dealt with: it counts from the first word of it (SI 2025/1042). */
export const dampAndMould = hazardRule(
  'damp-and-mould',
  ruleVersions.dampAndMould,
  ({ kind }) => kind === 'damp-and-mould',
);

/** An investigation found a hazard of any kind to be significant. */
export const significantHazard = hazardRule(
  'significant-hazard',
  ruleVersions.significantHazard,
  ({ result }) => result === 'significant',
);

/** An investigation found a hazard of any kind to be an emergency. */
export const emergencyHazard = hazardRule(
  'emergency-hazard',
  ruleVersions.emergencyHazard,
  ({ result }) => result === 'emergency',
);
