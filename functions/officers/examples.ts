import raised from '../../schemas/examples/housing.flag.raised.v1.accepted.json' with { type: 'json' };
import leak from '../../schemas/examples/housing.leak.reported.v1.accepted.json' with { type: 'json' };
import { instantSchema } from '../../schemas/reference.ts';
import { londonTime } from '../core/time/instants.ts';
import type { EndpointExamples } from '../shell/http/endpoint-examples.ts';

const { flag } = raised.data;
const uprn = '200000471104';
const at = '2025-06-02T09:15:00.000Z';
const shown = (time: string) => londonTime(instantSchema.parse(time));
const leakedAt = shown(leak.time);
const place = {
  uprn,
  status: 'approved',
  address: 'Flat 4, Larch House, Larch Road, London SE15 4PT',
  postcode: 'SE15 4PT',
  references: { repairs: ['00047104'] },
};
const entry = {
  id: leak.id,
  type: leak.type,
  system: 'leaks',
  happenedAt: leak.time,
  heardAt: leak.recordedtime,
  timeBasis: leak.timebasis,
  lateByDays: 0,
  part: 'home',
  data: { leakReference: 'LFA-0612', room: 'Kitchen ceiling', nearElectrics: false },
};
const item = {
  id: '0f0b7c1e-51c2-5b0c-9d6a-6a6f3b1c2d3e',
  system: 'complaints',
  state: 'waiting',
  reason: 'ambiguous',
  problems: [{ path: 'home', message: 'More than one home has this address' }],
  receivedAt: at,
  eventType: 'housing.complaint.received.v1',
  candidates: [{ uprn, address: place.address, score: 0.71, reasons: ['same street', 'same building'] }],
  resolutions: [],
};
const resolution = { at, by: { officer: 'j.lindqvist', role: 'manager' }, uprn };
const read = {
  readId: 'JKJaXmPLvHcESHA=',
  at,
  officer: 'a.okafor',
  role: 'enforcement-officer',
  endpoint: 'GET /v1/properties/{uprn}',
  about: 'person/tenancy:7d1f3c1e',
  details: ['name'],
};

const foundCase = { kind: 'work-order', system: 'repairs', reference: 'R-88121', uprn, open: true };

/** What an officer asks and is answered, operation by operation. */
export const officersExamples: EndpointExamples = {
  'GET /v1/properties': { answers: { 200: { properties: [place], cases: [foundCase], near: [] } } },
  'GET /v1/properties/{uprn}': {
    answers: {
      200: {
        asOf: '2025-06-02T10:15:00+01:00',
        ...place,
        flags: [{ ...flag, since: shown(flag.since), changedAt: shown(flag.changedAt) }],
        dueHere: [
          {
            ...{ kind: 'work-order', system: 'repairs', reference: 'R-88121', trade: 'Plumbing' },
            ...{ priority: 'emergency', by: 'deadline', at: '2025-06-03T08:40:00+01:00' },
          },
        ],
        leaks: [
          {
            ...{ system: 'leaks', reference: 'LFA-0612', part: 'home', since: leakedAt, stage: 'reported' },
            otherHomes: [{ uprn: '200000471107', address: 'Flat 7, Larch House', part: 'source' }],
          },
        ],
        lastAttempt: { at: '2025-06-02T09:50:00+01:00', outcome: 'missed', inPerson: true },
        lastFinding: {
          ...{ at: '2025-05-19T14:05:00+01:00', system: 'leaks', type: 'housing.visit.carried-out.v1' },
          ...{ id: leak.id, data: { purpose: 'inspection', finding: 'Ceiling dry', evidence: [] } },
        },
        openCases: [{ kind: 'leak', system: 'leaks', reference: 'LFA-0612', openedAt: leakedAt, facts: {} }],
        household: [{ person: 'tenancy:7d1f3c1e', responsible: true, name: 'Ada Example' }],
        tenancies: [{ tenure: 'Secure', since: '2019-04-01T00:00:00+01:00' }],
        coming: [{ kind: 'tenancy-ends', at: leakedAt, system: 'tenancy', reference: 'TEN-00417' }],
        block: { uprn: '200000471100', openLeaks: ['LFA-0612'] },
        signals: { leaks: 1, visits: 0, noAccess: 0, contacts: 0, complaints: 0, repairs: 0, events: 1 },
        feeds: { leaks: shown(leak.recordedtime) },
      },
    },
  },
  'GET /v1/properties/{uprn}/timeline': { answers: { 200: { uprn, entries: [entry] } } },
  'GET /v1/properties/{uprn}/flags': { answers: { 200: { uprn, flags: [flag] } } },
  'GET /v1/flags': {
    answers: {
      200: {
        list: 'reviews-due',
        at,
        entries: [
          {
            flag,
            owner: 'leaks',
            homes: [{ uprn, address: place.address }],
            since: flag.since,
            todo: 'Look at it again: does it still hold?',
            post: [`/v1/flags/${flag.id}/review`, `/v1/flags/${flag.id}/clear`],
          },
        ],
      },
    },
  },
  'GET /v1/flags/untold': {
    answers: {
      200: {
        at,
        count: 1,
        teams: [
          {
            team: 'tenancy-enforcement',
            count: 1,
            longest: [
              { id: 'do-not-visit-alone~person~tenancy.3a7d1f3c1e', code: 'do-not-visit-alone', since: at },
            ],
          },
        ],
      },
    },
  },
  'GET /v1/flags/{id}': {
    answers: { 200: { id: flag.id, state: 'active', flag, decisions: [], history: [] } },
  },
  'GET /v1/persons/{ref}': {
    answers: {
      200: {
        ...{ person: 'tenancy:7d1f3c1e', shownAs: 'tenancy:45c76564', oneWith: ['tenancy:45c76564'] },
        ...{ name: 'Ada Example', homes: [uprn], flags: [] },
      },
    },
  },
  'GET /v1/persons/{ref}/timeline': { answers: { 200: { person: 'tenancy:7d1f3c1e', entries: [entry] } } },
  'GET /v1/quarantine': { answers: { 200: { items: [item] } } },
  'GET /v1/quarantine/{id}': {
    answers: {
      200: {
        ...item,
        contentType: 'application/json',
        payload: { entryId: 'E-1', event: 'received', address: 'Flat 4, Larch Hse' },
      },
    },
  },
  'POST /v1/quarantine/{id}/resolve': {
    request: { 'application/json': { uprn } },
    answers: { 202: { id: item.id, resolution } },
  },
  'GET /v1/cross-references': {
    answers: {
      200: {
        references: [
          {
            ...{ system: 'repairs', key: 'person repairs:CUST-77', person: 'tenancy:7d1f3c1e' },
            ...{ because: item.id, learntAt: at, taughtBy: resolution.by },
          },
        ],
      },
    },
  },
  'POST /v1/cross-references/forget': {
    request: { 'application/json': { system: 'repairs', key: 'person repairs:CUST-77' } },
    answers: { 200: { forgottenAt: at, askedAgain: 3 } },
  },
  'GET /v1/audit/reads': { answers: { 200: { reads: [read] } } },
  'GET /v1/audit/break-glass': {
    answers: { 200: { reads: [{ ...read, brokeGlass: 'Shouting is heard behind the door' }] } },
  },
};
