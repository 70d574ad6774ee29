import type { FlagCode } from '../../../schemas/flags.ts';
import type { OpenCase, SubjectRecord } from '../record/subject-record.ts';
import { findingOf, openingOf } from './finding.ts';
import { defineRule, type Rule } from './rule.ts';
import { ruleVersions, type Versions } from './versions.ts';

/** A flag that stands while a hazard of such a kind is open, and ends with it. */
function hazardRule(code: FlagCode, versions: Versions<object>, isSuch: (hazard: OpenCase) => boolean): Rule {
  return defineRule(code, versions, {
    find: ({ openCases }: SubjectRecord) =>
      findingOf(
        Object.values(openCases)
          .filter(one => one.kind === 'hazard' && isSuch(one))
          .map(openingOf),
      ),
  });
}

/** Damp or mould is suspected or found here, and not dealt with: it counts from the first word of it (SI 2025/1042). */
export const dampAndMould = hazardRule(
  'damp-and-mould',
  ruleVersions.dampAndMould,
  ({ reference }) => reference === 'damp-and-mould',
);

/** An investigation found a hazard of any kind to be significant. */
export const significantHazard = hazardRule(
  'significant-hazard',
  ruleVersions.significantHazard,
  ({ facts }) => facts['result'] === 'significant',
);

/** An investigation found a hazard of any kind to be an emergency. */
export const emergencyHazard = hazardRule(
  'emergency-hazard',
  ruleVersions.emergencyHazard,
  ({ facts }) => facts['result'] === 'emergency',
);
