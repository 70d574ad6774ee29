import * as z from 'zod';
import { eventContent } from '../../../schemas/event-content.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import type { EventDraft, HappenedAt, SnapshotFeed } from '../contract.ts';
import { alertLife } from '../kit/alert-life.ts';
import { readLocalCode } from '../kit/local-codes.ts';
import { personKeyField } from '../kit/person-key.ts';
import { optionalMomentField, textField, uprnField } from '../kit/vendor-fields.ts';
import { sensitive } from './base.ts';
import { adjustmentSaid } from './events/adjustment.ts';
import { subjectOf } from './events/alert-subject.ts';
import { flagCodes } from './flag-codes.ts';

const alertSchema = z
  .object({
    alertId: localReferenceSchema,
    code: z.string().trim().min(1).max(60),
    mmhid: personKeyField,
    assetId: localReferenceSchema.optional(),
    uprn: uprnField,
    tenureId: localReferenceSchema.optional(),
    start: optionalMomentField,
    end: optionalMomentField,
    approvedBy: textField(80),
    reason: textField(3900),
  })
  .transform((row, context) => {
    const entry = readLocalCode(flagCodes, row.code, '/code');
    const subject = entry.ok ? subjectOf(row, flagDefinition(entry.value.code)) : entry;
    if (entry.ok && subject.ok) return { ...row, entry: entry.value, on: subject.value };
    for (const { path, message, expected } of subject.ok ? [] : subject.problems) {
      const text = expected === undefined ? message : `${message}: ${expected}`;
      context.addIssue({ code: 'custom', path: [path.slice(path.lastIndexOf('/') + 1)], message: text });
    }
    return z.NEVER;
  });
type Alert = z.output<typeof alertSchema>;

/** The list of all cautionary alerts in force. What it does not have any more is over. */
export const alerts: SnapshotFeed<Alert> = {
  columns: {
    alertId: ['Alert id', 'Alert ref', 'Alert reference'],
    code: ['Code', 'Alert code'],
    mmhid: ['Person id', 'Mmhid', 'Tenant id'],
    assetId: ['Asset id', 'Property ref', 'Property reference'],
    uprn: ['UPRN'],
    tenureId: ['Tenancy ref', 'Tenancy reference', 'Tenure id'],
    start: ['Start date'],
    end: ['End date'],
    approvedBy: ['Approved by'],
    reason: ['Reason'],
  },
  key: ['alertId'],
  rowSchema: alertSchema,
  appeared: (row, seen) => [...said(row, seen), ...adjustmentSaid({ happened: seen }, row)],
  changed: (before, after, seen) => [
    ...(isSameFlag(before, after) ? [] : [over(before, seen)]),
    ...said(after, seen),
  ],
  disappeared: (before, seen) => [over(before, seen)],
  confirmed: (row, seen) =>
    lifeOf(row, seen).isOver
      ? []
      : [{ happened: seen, ...row.on.where, ...eventContent('housing.flag.asserted.v1', statement(row)) }],
};

function statement({ alertId: localReference, entry: { code, local }, on: { tenancyReference } }: Alert) {
  return { code, localCode: local, localReference, tenancyReference };
}

/** Another code, or another person, home or tenancy, is another flag: an alert that was put right is not two. */
function isSameFlag(before: Alert, after: Alert): boolean {
  const flagOf = ({ entry, on }: Alert) => JSON.stringify([entry.code, on]);
  return flagOf(before) === flagOf(after);
}

function lifeOf({ start: starts, end: ends }: Alert, seen: HappenedAt) {
  return alertLife({ starts, ends }, seen);
}

/** That an alert holds, since its start where that has come; one that the list has after its end was said, and is over. */
function said(row: Alert, seen: HappenedAt): EventDraft[] {
  const { start, approvedBy, reason, on } = row;
  const { isOver, endsOn } = lifeOf(row, seen);
  const happened = start !== undefined && start.at <= seen.at ? start : seen;
  const detail = { basis: sensitive(reason), incidentAt: start?.at, approvedBy, endsOn };
  const content = eventContent('housing.flag.asserted.v1', { ...statement(row), ...detail });
  return [{ happened, ...on.where, mayEcho: true, ...content }, ...(isOver ? [over(row, seen)] : [])];
}

function over(row: Alert, happened: HappenedAt): EventDraft {
  const { endedAt } = lifeOf(row, happened);
  const content = eventContent('housing.flag.withdrawn.v1', { ...statement(row), endedAt });
  return { happened, ...row.on.where, ...content };
}
