import type { Json } from '../world/process.ts';
import type { Random } from '../world/random.ts';
import type { Input } from './input.ts';
import { type Home, homes, persons, secretWords } from './town.ts';

/** Who lives where as the tenancy system has it, so that what it tells next makes sense. */
export interface Tenancies {
  /** What happens next, as one message of the tenancy system. */
  next(at: string): Json;
}

const alerts = {
  person: ['CV', 'VA', 'DA', 'CX', 'ATD', 'TRA', 'DV', 'SPR', 'VAT', 'PA'],
  home: ['APT', 'VOID'],
} as const;

/** Makes the tenancy system of a story. */
export function makeTenancies(random: Random): Tenancies {
  const living = new Map<string, { tenure: string; home: Home }>();
  const standing: { alertId: string; code: string; mmhid?: string; assetId?: string }[] = [];
  let number = 0;

  const memberOf = (key: string) => ({
    ...{ id: key, type: 'Person', isResponsible: true, personTenureType: 'Tenant' },
    ...{ fullName: persons.find(person => person.key === key)?.name, dateOfBirth: '1971-03-04T00:00:00Z' },
  });
  const assetOf = (home: Home) => ({
    id: home.asset,
    type: 'Dwelling',
    fullAddress: home.address,
    uprn: home.uprn,
  });

  function message(
    at: string,
    eventType: string,
    entityId: string,
    newData: Json,
    oldData: Json = null,
  ): Json {
    number += 1;
    return {
      ...{ id: random.id(), eventType, sourceSystem: 'TenureAPI', version: 'v1', correlationId: random.id() },
      sourceDomain: eventType.startsWith('Cautionary') ? 'CautionaryAlert' : 'Tenure',
      ...{ dateTime: at, user: { name: 'Robin Example', email: 'robin.example@council.example.org' } },
      ...{ entityId, eventData: { oldData, newData } },
    };
  }

  function moveIn(at: string): Json {
    const { key } = random.pick(persons);
    const home = random.pick(homes);
    const tenure = `tenure-${number}`;
    living.set(key, { tenure, home });
    return message(at, 'TenureCreatedEvent', tenure, {
      id: tenure,
      householdMembers: [memberOf(key)],
      tenuredAsset: assetOf(home),
      tenureType: { code: 'SEC', description: 'Secure' },
      startOfTenureDate: at.slice(0, 10),
      notices: [],
    });
  }

  function moveOut(at: string): Json {
    const [key, { tenure, home }] = random.pick([...living]);
    living.delete(key);
    return message(
      at,
      'TenureUpdatedEvent',
      tenure,
      { endOfTenureDate: at.slice(0, 10), householdMembers: [memberOf(key)], tenuredAsset: assetOf(home) },
      { endOfTenureDate: null },
    );
  }

  function raise(at: string): Json {
    const isPersons = random.chance(0.8);
    const { key } = random.pick(persons);
    const home = random.pick(homes);
    const about = isPersons ? { mmhid: key } : { assetId: home.asset };
    const code = random.pick(isPersons ? alerts.person : alerts.home);
    const alert = { alertId: `alert-${number}`, code, ...about };
    standing.push(alert);
    return message(at, 'CautionaryAlertCreatedEvent', key, {
      ...alert,
      reason: secretWords,
      // Some systems have a second person of their own.
      ...(number % 2 === 0 && { approvedBy: 'A lead' }),
      dateOfIncident: at.slice(0, 10),
    });
  }

  function end(at: string): Json {
    const alert = random.pick(standing);
    if (random.chance(0.8)) standing.splice(standing.indexOf(alert), 1);
    return message(at, 'CautionaryAlertEndedEvent', alert.mmhid ?? alert.assetId ?? '', alert);
  }

  return {
    next(at) {
      const draw = random.next();
      if (living.size > 0 && draw < 0.2) return moveOut(at);
      if (standing.length > 0 && draw < 0.4) return end(at);
      return draw < 0.7 ? raise(at) : moveIn(at);
    },
  };
}

/** As long as a delivery may be under way, in milliseconds. */
const moment = 25_000;

/** What was just told of and is over within seconds: an alert, because somebody had mistaken the person, or a leak. */
export function takenBack(input: Input, random: Random): Input[] {
  if (input.does !== 'tells') return [];
  const after = random.next() * moment;
  const ended = endOf(input.items, after, random);
  if (ended === undefined) return [];
  const about = { id: `${input.id} back`, at: input.at + after, says: `taken back: ${input.says}` };
  return [{ ...input, ...about, via: random.pick(['https', 'queue'] as const), items: [ended] }];
}

function endOf(items: readonly Json[], after: number, random: Random): Json | undefined {
  const leak = items.find(item => item['What happened'] === 'Leak reported');
  if (leak !== undefined) return { ...leak, 'What happened': 'Resolved' };
  const alert = items.find(({ eventType }) => eventType === 'CautionaryAlertCreatedEvent');
  if (alert === undefined) return undefined;
  const dateTime = new Date(Date.parse(alert.dateTime) + after).toISOString();
  return { ...alert, id: random.id(), eventType: 'CautionaryAlertEndedEvent', dateTime };
}
