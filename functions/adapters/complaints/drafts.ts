import type { SystemEventType } from '../../../schemas/catalogue.ts';
import { type ContentOf, eventContent } from '../../../schemas/event-content.ts';
import type { SealedText } from '../../../schemas/parts.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import { saidFlags } from '../kit/said-flags.ts';
import { ombudsmanCase, openCase } from './flag-codes.ts';
import type { EntryEvent, EntryOf } from './vendor.ts';
import { decisions, hazardOutcomes, hazards } from './words.ts';

/** An event without what all events of one entry have in common. */
export type Said = ContentOf<SystemEventType>;
interface CaseEntry {
  caseReference: LocalReference;
}

interface HazardEntry {
  hazard: keyof typeof hazards;
  hazardReference?: LocalReference | undefined;
}

const complaint = ({ caseReference }: CaseEntry) => ({ complaintReference: caseReference });
const personal = (text: string): SealedText => ({ text, classification: 'personal' });
const sealed = (text: string | undefined, classification: SealedText['classification'] = 'personal') =>
  text === undefined ? undefined : { text, classification };

/** A marker is the case's own: its reference tells one case's marker from another's on the same home. */
export const marker = ({ code, local }: typeof openCase | typeof ombudsmanCase, entry: CaseEntry) => ({
  code,
  localCode: local,
  localReference: entry.caseReference,
});

/** A hazard comes again: which one is meant is the open one, unless the entry names it. */
const whichHazard = ({ hazard, hazardReference }: HazardEntry) => ({
  hazard: hazards[hazard],
  hazardReference,
});

type Translations = { [E in EntryEvent]: (entry: EntryOf<E>) => Said[] };

/** What each kind of entry becomes. */
export const translations: Translations = {
  received: entry => [
    eventContent('housing.complaint.received.v1', {
      ...complaint(entry),
      about: entry.about,
      detail: sealed(entry.detail),
    }),
    eventContent('housing.flag.asserted.v1', marker(openCase, entry)),
  ],
  acknowledged: entry => [
    eventContent('housing.complaint.acknowledged.v1', { ...complaint(entry), stage: entry.stage }),
  ],
  extended: ({ stage, until, reason, ...entry }) => [
    eventContent('housing.complaint.extended.v1', {
      ...complaint(entry),
      stage,
      until,
      reason: personal(reason),
    }),
  ],
  responded: ({ stage, decision, decidedBy, detail, promises, ...entry }) => [
    eventContent('housing.complaint.responded.v1', {
      ...complaint(entry),
      stage,
      decision: decisions[decision],
      decidedBy,
      detail: sealed(detail),
    }),
    ...promises.map(
      ({ reference, promise, dueOn }): Said =>
        eventContent('housing.complaint.remedy-promised.v1', {
          ...complaint(entry),
          promiseReference: reference,
          dueOn,
          promise: personal(promise),
        }),
    ),
  ],
  escalated: entry => [
    eventContent('housing.complaint.escalated.v1', { ...complaint(entry), detail: sealed(entry.detail) }),
  ],
  promiseKept: ({ promiseReference, evidence, ...entry }) => [
    eventContent('housing.complaint.remedy-delivered.v1', {
      ...complaint(entry),
      promiseReference,
      evidence: sealed(evidence),
    }),
  ],
  ombudsmanNotified: ({ ombudsmanReference, ...entry }) => [
    eventContent('housing.complaint.ombudsman-notified.v1', { ...complaint(entry), ombudsmanReference }),
    eventContent('housing.flag.asserted.v1', marker(ombudsmanCase, entry)),
  ],
  closed: entry => [
    eventContent('housing.complaint.closed.v1', complaint(entry)),
    eventContent('housing.flag.withdrawn.v1', marker(openCase, entry)),
    eventContent('housing.flag.withdrawn.v1', marker(ombudsmanCase, entry)),
  ],
  dissatisfaction: ({ about, detail }) => [
    eventContent('housing.complaint.dissatisfaction-expressed.v1', { about, detail: personal(detail) }),
  ],
  hazardMentioned: ({ room, detail, ...entry }) => [
    eventContent('housing.hazard.suspected.v1', {
      ...whichHazard(entry),
      room,
      note: sealed(detail, 'special-category'),
    }),
  ],
  hazardWorksStarted: entry => [eventContent('housing.hazard.works-started.v1', whichHazard(entry))],
  hazardWorksCompleted: entry => [eventContent('housing.hazard.works-completed.v1', whichHazard(entry))],
  hazardClosed: ({ outcome, detail, ...entry }) => [
    eventContent('housing.hazard.closed.v1', {
      ...whichHazard(entry),
      outcome: hazardOutcomes[outcome],
      note: sealed(detail, 'special-category'),
    }),
  ],
  warningRaised: ({ marker: said, detail }) => saidFlags({ said, text: sealed(detail) }),
  warningEnded: ({ marker: over, detail }) => saidFlags({ over, text: sealed(detail) }),
  enteredInError: ({ reason }) => [
    eventContent('housing.complaint.entry-withdrawn.v1', { reason: sealed(reason) }),
  ],
};
