/** A promise of the doors, and the tests that try to break it; from the folder of tests. */
export interface Section {
  readonly says: string;
  readonly files: readonly string[];
}

/** What is tried at the doors: what systems, officers and strangers may say, and what real messages look like. */
export const sections: readonly Section[] = [
  {
    says: 'Nobody says what is not theirs to say',
    files: [
      'unit/records/record/authority',
      'property/several-roles',
      'unit/shell/http/token',
      'e2e/reading',
    ],
  },
  {
    says: 'What must be allowed is, and nothing else',
    files: ['infra/edges', 'infra/permissions', 'infra/resource-policies', 'infra/what-deliver-reads'],
  },
  {
    says: 'The audit shows what is missing or changed',
    files: ['infra/audit-sealing', 'infra/read-audit', 'integration/read-audit', 'integration/seal-audit'],
  },
  {
    says: 'One system cannot starve the others',
    files: ['unit/growth', 'infra/system-shares', 'unit/shell/sheets'],
  },
  {
    says: 'An item that can never be taken fails alone',
    files: ['attack', 'integration/quarantine', 'unit/shell/errors', 'unit/records/relay'],
  },
  {
    says: 'The same request twice has one answer',
    files: ['integration/asked-at-once', 'integration/forget'],
  },
  {
    says: 'No difference to a system is given up',
    files: ['e2e/drift', 'integration/drift', 'property/drift', 'unit/shell/webhook'],
  },
  {
    says: 'Real messages come through',
    files: ['unit/adapters', 'unit/intake', 'contract/nothing-said', 'unit/schemas/key-text', 'e2e/door'],
  },
  {
    says: 'An address means one home or none',
    files: ['quality', 'property/matching', 'unit/core/identity'],
  },
];
