import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeRandom, type Random } from '../../bench/support/random.ts';

const tenures = 40;
/** Tenures by number in which something is out of the ordinary. */
const peculiar = { nobodyInTheFiles: 7, namesakes: 11, otherBirthday: 13, endToCome: 16 } as const;
const firstNames = [
  'Avery',
  'Blake',
  'Casey',
  'Drew',
  'Ellis',
  'Frankie',
  'Harper',
  'Jordan',
  'Morgan',
  'Robin',
];
const surnames = ['Example', 'Sample', 'Specimen', 'Pattern', 'Instance', 'Model', 'Draft', 'Sketch'];
const titles = ['Dr', 'Miss', 'Mr', 'Mrs', 'Ms'];
const doors = ['Flat Q', 'Gge 3A', 'Room 1', 'Flat 12', ''];

interface Index {
  id: string;
  [field: string]: unknown;
}

/**
 * Writes bulk files as a housing service's search indexes hold them, of homes and people that exist nowhere, the same in
 * every run, with the traps of real ones: `asset.tenure.id` and `householdMembers[].id` join nothing; half of the
 * tenures have ended, some of the others “end” on 1 January 1900; a middle name is missing here and there; a UPRN too.
 */
export async function writeGeneratedBulk(folder: string): Promise<void> {
  const random = makeRandom(4);
  const files: Record<'assets' | 'tenures' | 'persons', Index[]> = { assets: [], tenures: [], persons: [] };
  for (let number = 0; number < tenures; number += 1) {
    const { asset, tenure, persons } = household(number, random);
    files.assets.push(asset);
    files.tenures.push(tenure);
    if (number !== peculiar.nobodyInTheFiles) files.persons.push(...persons);
  }
  files.persons.push({ ...person(random), tenures: [{ id: idOf(random) }] });
  for (const [kind, documents] of Object.entries(files)) {
    const lines = documents.flatMap(document => [{ index: { _index: kind, _id: document.id } }, document]);
    await writeFile(
      path.join(folder, `${kind}.ndjson`),
      `${lines.map(line => JSON.stringify(line)).join('\n')}\n`,
    );
  }
}

function household(number: number, random: Random) {
  const [id, assetId] = [idOf(random), idOf(random)];
  const uprn = String(105_000_000_000 + number * 7_919);
  const address = `${random.pick(doors)} ${number + 1} Heron Neck`.trim();
  const people = Array.from({ length: 1 + random.below(4) }, () => person(random));
  if (number === peculiar.namesakes) people.push(...twice(person(random), random));
  const asset = {
    id: assetId,
    assetId: String(number * 104_729).padStart(9, '0'),
    assetType: random.pick(['Block', 'Dwelling', 'Estate', 'Property']),
    tenure: { id: idOf(random), isActive: true },
    assetAddress: {
      uprn,
      addressLine1: address,
      addressLine2: 'Harbour',
      addressLine3: '',
      postCode: postcode(number),
    },
  };
  const tenure = {
    id,
    startOfTenureDate: '2021-03-24T00:00:00Z',
    endOfTenureDate: endOf(number),
    tenureType: { code: 'SEC', description: 'Secure' },
    tenuredAsset: {
      id: assetId,
      fullAddress: address,
      uprn: number % 5 === 0 ? '' : uprn,
      type: asset.assetType,
    },
    householdMembers: people.map((one, index) => memberOf(one, index, number, random)),
  };
  return {
    asset,
    tenure,
    persons: people.map(one => ({ ...withoutMiddleName(one, random), tenures: [{ id }] })),
  };
}

function endOf(number: number): string | null {
  if (number === peculiar.endToCome) return '2999-12-31T00:00:00Z';
  if (number % 2 === 1) return '2024-06-30T00:00:00Z';
  return number % 4 === 0 ? '1900-01-01T00:00:00Z' : null;
}

function person(random: Random) {
  return {
    id: idOf(random),
    title: random.pick(titles),
    firstname: `${random.pick(firstNames)} ${random.pick(firstNames)}`,
    middleName: '',
    surname: random.pick(surnames),
    dateOfBirth: `${1920 + random.below(95)}-0${1 + random.below(9)}-1${random.below(10)}T00:00:00Z`,
  };
}

type Person = ReturnType<typeof person>;

function twice(one: Person, random: Random): Person[] {
  return [one, { ...one, id: idOf(random) }];
}

function memberOf(
  { title, firstname, surname, dateOfBirth }: Person,
  index: number,
  number: number,
  random: Random,
) {
  const otherBirthday = number === peculiar.otherBirthday && index === 0;
  return {
    id: idOf(random),
    fullName: `${title} ${firstname} ${surname}`,
    isResponsible: index === 0,
    dateOfBirth: otherBirthday ? '1901-01-01T00:00:00Z' : dateOfBirth,
    personTenureType: index === 0 ? 'Tenant' : 'HouseholdMember',
  };
}

function withoutMiddleName(one: Person, random: Random): Person {
  const [first = ''] = one.firstname.split(' ');
  return random.below(2) === 0 ? one : { ...one, firstname: first };
}

/** Of the shape of a postcode, in places that have none. */
function postcode(number: number): string {
  return number % 2 === 0 ? `E0${1 + (number % 9)} ${number % 10}UP` : `KY${1 + (number % 9)}N 0UJ`;
}

function idOf(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
