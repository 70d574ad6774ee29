import { flagId } from '../../functions/core/flags/flag-id.ts';
import { type Flag, type FlagCode, flagDefinition } from '../../schemas/flags.ts';
import { personSubject, propertySubject } from '../../schemas/reference.ts';
import { flat4, instant, mrB } from './events.ts';

const at = instant('2025-06-02T07:41:00Z');

/** A flag in force, on flat 4 or on Mr B who lives there, by its code; all else as a test needs it. */
export function flagOf(code: FlagCode, changes: Partial<Flag> = {}): Flag {
  const { family, hangsOn, severity, instruction } = flagDefinition(code);
  const on = changes.on ?? (hangsOn === 'person' ? personSubject(mrB) : propertySubject(flat4));
  return {
    ...{ id: flagId({ code, on }), code, on, family, hangsOn, severity, instruction },
    ...{ state: 'active', since: at, sources: ['tenancy'], places: [flat4], version: 1, changedAt: at },
    ...changes,
  };
}
