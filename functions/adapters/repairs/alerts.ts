import { eventContent } from '../../../schemas/event-content.ts';
import { type PersonReference, personReferenceSchema, systemNameSchema } from '../../../schemas/reference.ts';
import type { DraftOf, EventDraft, LocalFlagCode } from '../contract.ts';
import { readLocalCode } from '../kit/local-codes.ts';
import { personKeyFrom } from '../kit/person-key.ts';
import { type Reading, read, together, unread } from '../kit/reading.ts';
import { inOrder, readAs } from '../kit/readings.ts';
import { draftCodeOf } from './draft-person-codes.ts';
import { locationAlertCodes, personCodesRead } from './flag-codes.ts';
import type { MessageBase } from './job.ts';
import { manifest } from './manifest.ts';
import type { WorkOrderMessage } from './vendor.ts';

type Alert = WorkOrderMessage['personAlert'][number];
type Assertion = DraftOf<'housing.flag.asserted.v1'>;

/** The flag that an alert asserts; the message that it came with is read beside it. */
type Asserting = (base: MessageBase) => EventDraft;

/**
 * The flags that a work order asserts: location alerts on the home, person alerts on the customer and never on the home.
 * HACT's alert does not say whom it is about, so a person alert without a customer's reference is refused.
 */
export function readAlerts(message: WorkOrderMessage): Reading<Asserting[]> {
  const onHome = message.locationAlert.map((alert, index) =>
    readAs(codeOf(locationAlertCodes, alert.type, `/locationAlert/${index}`), (code): Asserting[] => [
      base => assertion(base, alert, code, 'personal'),
    ]),
  );
  const onPerson = message.personAlert.map((alert, index) => {
    const code = codeOf(personCodesRead, draftCodeOf(alert.type), `/personAlert/${index}`);
    const person = customerOf(message, `/personAlert/${index}`);
    return readAs(together({ code, person }), (said): Asserting[] => [
      ({ home: _, ...base }) =>
        assertion({ ...base, persons: [said.person] }, alert, said.code, 'special-category'),
    ]);
  });
  return inOrder<Asserting>([...onHome, ...onPerson]);
}

function codeOf(codes: readonly LocalFlagCode[], type: string, at: string): Reading<LocalFlagCode> {
  return readLocalCode(codes, type, `${at}/type`);
}

function assertion(
  about: Omit<Assertion, 'type' | 'data'>,
  { comments }: Alert,
  { code, local }: LocalFlagCode,
  classification: 'personal' | 'special-category',
): Assertion {
  const basis = comments === undefined ? undefined : { text: comments, classification };
  return { ...about, ...eventContent('housing.flag.asserted.v1', { code, localCode: local, basis }) };
}

/** The customer by the key of the system that allocated it, where `allocatedBy` is that system's short name. */
function customerOf(message: WorkOrderMessage, path: string): Reading<PersonReference> {
  const references = (message.customer?.reference ?? []).filter(({ id }) => personKeyFrom(id) !== undefined);
  const named = references.find(({ allocatedBy }) => systemNameSchema.safeParse(allocatedBy).success);
  const reference = named ?? references[0];
  const person = personReferenceSchema.safeParse(
    `${named?.allocatedBy ?? manifest.system}:${reference?.id ?? ''}`,
  );
  if (person.success) return read(person.data);
  return unread({
    path,
    message: 'An alert regarding a person does not say which person, and is never kept on a home',
    expected: 'customer.reference[0], such as { "id": "7d1f3c1e-0b0e", "allocatedBy": "tenancy" }',
  });
}
