import type { SystemEventType } from '../../../schemas/catalogue.ts';
import type { SealedText } from '../../../schemas/parts.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import type { DraftOf } from '../contract.ts';
import { present } from '../kit/present.ts';
import { ombudsmanCase, openCase } from './flag-codes.ts';
import type { EntryEvent, EntryOf } from './vendor.ts';
import { decisions, hazards } from './words.ts';

/** An event without what all events of one entry have in common. */
export type Said = { [T in SystemEventType]: Pick<DraftOf<T>, 'type' | 'data'> }[SystemEventType];
interface CaseEntry {
  caseReference: LocalReference;
}

const complaint = ({ caseReference }: CaseEntry) => ({ complaintReference: caseReference });
const personal = (text: string): SealedText => ({ text, classification: 'personal' });
const sealed = (text: string | undefined, classification: SealedText['classification'] = 'personal') =>
  text === undefined ? undefined : { text, classification };

/** A marker is the case's own: its reference tells one case's marker from another's on the same home. */
const marker = ({ code, local }: typeof openCase | typeof ombudsmanCase, entry: CaseEntry) => ({
  code,
  localCode: local,
  localReference: entry.caseReference,
});

type Translations = { [E in EntryEvent]: (entry: EntryOf<E>) => Said[] };

/** What each kind of entry becomes. */
export const translations: Translations = {
  received: entry => [
    {
      type: 'housing.complaint.received.v1',
      data: present({ ...complaint(entry), about: entry.about, detail: sealed(entry.detail) }),
    },
    { type: 'housing.flag.asserted.v1', data: marker(openCase, entry) },
  ],
  acknowledged: entry => [
    { type: 'housing.complaint.acknowledged.v1', data: { ...complaint(entry), stage: entry.stage } },
  ],
  extended: ({ stage, until, reason, ...entry }) => [
    {
      type: 'housing.complaint.extended.v1',
      data: { ...complaint(entry), stage, until, reason: personal(reason) },
    },
  ],
  responded: ({ stage, decision, detail, promises, ...entry }) => [
    {
      type: 'housing.complaint.responded.v1',
      data: present({ ...complaint(entry), stage, decision: decisions[decision], detail: sealed(detail) }),
    },
    ...promises.map(
      ({ reference, promise, dueOn }): Said => ({
        type: 'housing.complaint.remedy-promised.v1',
        data: { ...complaint(entry), promiseReference: reference, dueOn, promise: personal(promise) },
      }),
    ),
  ],
  escalated: entry => [
    {
      type: 'housing.complaint.escalated.v1',
      data: present({ ...complaint(entry), detail: sealed(entry.detail) }),
    },
  ],
  promiseKept: ({ promiseReference, evidence, ...entry }) => [
    {
      type: 'housing.complaint.remedy-delivered.v1',
      data: present({ ...complaint(entry), promiseReference, evidence: sealed(evidence) }),
    },
  ],
  ombudsmanNotified: ({ ombudsmanReference, ...entry }) => [
    {
      type: 'housing.complaint.ombudsman-notified.v1',
      data: { ...complaint(entry), ombudsmanReference },
    },
    { type: 'housing.flag.asserted.v1', data: marker(ombudsmanCase, entry) },
  ],
  closed: entry => [
    { type: 'housing.complaint.closed.v1', data: complaint(entry) },
    { type: 'housing.flag.withdrawn.v1', data: marker(openCase, entry) },
    { type: 'housing.flag.withdrawn.v1', data: marker(ombudsmanCase, entry) },
  ],
  dissatisfaction: ({ about, detail }) => [
    {
      type: 'housing.complaint.dissatisfaction-expressed.v1',
      data: { ...present({ about }), detail: personal(detail) },
    },
  ],
  hazardMentioned: ({ hazard, room, detail }) => [
    {
      type: 'housing.hazard.suspected.v1',
      data: present({
        hazard: hazards[hazard],
        room,
        note: sealed(detail, 'special-category'),
      }),
    },
  ],
  enteredInError: ({ reason }) => [
    { type: 'housing.complaint.entry-withdrawn.v1', data: present({ reason: sealed(reason) }) },
  ],
};
