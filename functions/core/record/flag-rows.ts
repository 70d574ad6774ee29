import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { comparedKey } from '../../../schemas/key-text.ts';
import type { SystemName } from '../../../schemas/reference.ts';
import { identityOf } from './flag-identity.ts';
import type { FlagDecision, FlagIdentity, FlagStatement, SaidOfFlag } from './flag-statement.ts';
import { isInferred, observedAt } from './observed.ts';
import { firstWriter, lastWriter, type Stamp } from './registers.ts';
import type { DecisionsRow, FlagRow, Row } from './row.ts';

/** The key of a flag within its subject. */
export function flagKey(flag: FlagIdentity): string {
  const { code, tenancyReference } = identityOf(flag);
  return tenancyReference === undefined ? code : `${code}@${tenancyReference}`;
}

/** A flag in the keys of rows. References are any text: escaped, so that no two of them make the same key. */
export function flagName(flag: FlagIdentity): string {
  const { code, tenancyReference } = identityOf(flag);
  return tenancyReference === undefined ? code : `${code}@${encodeURIComponent(tenancyReference)}`;
}

function flagRowKey(system: SystemName, statement: FlagStatement): string {
  const { localReference, knownAs } = statement;
  const local = localReference === undefined ? '' : `#${encodeURIComponent(comparedKey(localReference))}`;
  const person = knownAs === undefined ? '' : `#of#${encodeURIComponent(knownAs)}`;
  return `FLAG#${flagName(statement)}#${system}${local}${person}`;
}

/** The key of the row of all that was decided about a flag, and of who ever spoke of it. */
export function decisionsKey(flag: FlagIdentity): string {
  return `${decisionsRows}${flagName(flag)}`;
}

const decisionsRows = 'DECISIONS#';

/** Whether a row is of a flag's decisions: of every flag that is spoken of there is one. */
export function isOfDecisions(rowKey: string): boolean {
  return rowKey.startsWith(decisionsRows);
}

/** The key of the row that keeps what one source says of a flag; none for a decision. */
export function saidKeyOf(system: SystemName, { said, ...statement }: FlagStatement): string | undefined {
  return said === undefined ? undefined : flagRowKey(system, { ...statement, said });
}

/** A row of nothing but that a source spoke of a flag. */
export function emptyFlag(system: SystemName, flag: FlagStatement): FlagRow {
  const { knownAs } = flag;
  return { row: 'flag', ...identityOf(flag), system, ...(knownAs === undefined ? {} : { knownAs }) };
}

/** What one source said so far, after one more event; commutative and idempotent over events. */
export function mergeSaid(row: FlagRow, event: SystemEvent, said: SaidOfFlag): FlagRow {
  const { id } = event;
  const seen = observedAt(event);
  if (said === 'withdrawn') {
    const stamp = { at: seen, rank: 1, id };
    return isInferred(event)
      ? { ...row, lastMissing: lastWriter(row.lastMissing, { ...stamp, value: true as const }) }
      : { ...row, lastWithdrawn: lastWriter(row.lastWithdrawn, { ...stamp, value: endingIn(event) }) };
  }
  const stamp = { at: seen, rank: 0, id };
  if (isInferred(event))
    return { ...row, lastConfirmed: lastWriter(row.lastConfirmed, { ...stamp, value: true as const }) };
  const first = { at: event.time, rank: 0, id, value: true as const };
  return {
    ...row,
    firstAsserted: firstWriter(row.firstAsserted, first),
    lastAsserted: lastWriter(row.lastAsserted, { ...stamp, value: said.asserted }),
    ...(said.asserted.approvedBy !== undefined && {
      lastApproved: lastWriter(row.lastApproved, { ...stamp, value: true as const }),
    }),
  };
}

/** How a source took it back: it is over, or it ought never to have been said. */
function endingIn(event: SystemEvent): true | 'entered-in-error' {
  const isInError = event.type === 'housing.flag.withdrawn.v1' && event.data.enteredInError === true;
  return isInError ? 'entered-in-error' : true;
}

/** A row of nothing but that a flag was spoken of. */
export function emptyDecisions(flag: FlagIdentity): DecisionsRow {
  return { row: 'decisions', ...identityOf(flag), heard: {}, decided: {} };
}

/** What was decided about a flag and who spoke of it, after one more event; commutative and idempotent over events. */
export function mergeDecisions(
  before: DecisionsRow,
  event: SystemEvent,
  system: SystemName,
  statement: FlagStatement,
): DecisionsRow {
  const { said, decided } = statement;
  const stamp = { at: observedAt(event), id: event.id };
  const isSaid = said !== undefined && !isInferred(event);
  const spoken = isSaid ? withHeard(before, system, { ...stamp, rank: 1 }, said) : before;
  return decided === undefined ? spoken : withDecided(spoken, { ...stamp, rank: 2 }, decided);
}

/** A source that ever said that the flag holds does not deny it by taking that back. */
function withHeard(row: DecisionsRow, system: SystemName, stamp: Stamp, said: SaidOfFlag): DecisionsRow {
  const before = row.heard[system];
  if (before === 'asserted') return row;
  const heard = said === 'withdrawn' ? lastWriter(before, { ...stamp, value: true as const }) : 'asserted';
  return { ...row, heard: { ...row.heard, [system]: heard } };
}

function withDecided(row: DecisionsRow, stamp: Stamp, { kind, ...value }: FlagDecision): DecisionsRow {
  const latest = lastWriter(row.decided[kind], { ...stamp, value });
  return { ...row, decided: { ...row.decided, [kind]: latest } };
}

/** The row of a flag's decisions among these rows, if anything was said of the flag. */
export function decisionsIn(
  rows: Readonly<Record<string, Row>>,
  flag: FlagIdentity,
): DecisionsRow | undefined {
  const row = rows[decisionsKey(flag)];
  return row?.row === 'decisions' ? row : undefined;
}
