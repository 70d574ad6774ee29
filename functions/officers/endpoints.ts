import { forgetCrossReference } from './cross-references/forget-cross-reference.ts';
import { listCrossReferences } from './cross-references/list-cross-references.ts';
import { getFlag } from './flags/get-flag.ts';
import { getFlags } from './flags/get-flags.ts';
import { getUntold } from './flags/get-untold.ts';
import { listFlags } from './flags/list-flags.ts';
import { getPerson } from './persons/get-person.ts';
import { getPersonTimeline } from './persons/get-person-timeline.ts';
import { findProperties } from './properties/find-properties.ts';
import { getProperty } from './properties/get-property.ts';
import { getTimeline } from './properties/get-timeline.ts';
import { getQuarantined } from './quarantine/get-quarantined.ts';
import { listQuarantine } from './quarantine/list-quarantine.ts';
import { resolveQuarantined } from './quarantine/resolve-quarantined.ts';

/** How officers look things up, and what they decide of the quarantine. */
export const readingEndpoints = [
  findProperties,
  getProperty,
  getTimeline,
  getFlags,
  listFlags,
  getUntold,
  getFlag,
  getPerson,
  getPersonTimeline,
  listQuarantine,
  getQuarantined,
  resolveQuarantined,
  listCrossReferences,
  forgetCrossReference,
];
