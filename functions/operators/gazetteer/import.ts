import type { Readable } from 'node:stream';
import type { Place } from '../../core/identity/place.ts';
import { chunksOf } from '../../shell/chunks.ts';
import type { Places } from '../../shell/tables/directory/directory-writer.ts';
import { readExtract } from './extract.ts';
import { missingHomes, retiredPlace } from './full-extract.ts';
import { recordsIn } from './records-in.ts';
import { type Claims, claim, type GazetteerReport, noClaims, sharedReferences } from './report.ts';
import type { ReadRow } from './row.ts';
import { alternativesIn, emptySurvey, rejectedIn, type Survey, surveyRow } from './survey.ts';

/** Where an extract comes from and goes to. */
export interface GazetteerImport {
  /** Opens the extract at its beginning. It is read twice: what it holds is known before anything is written. */
  open(): Readable;
  /** The charset of a CSV extract; UTF-8 unless it is said. */
  charset?: string;
  places: Places;
  /** Only where the extract holds every home: what is missing from it is retired, within reason. */
  full?: { acceptMissing: number | undefined } | undefined;
  /** Called now and then with how far it has come. */
  progress?(done: Progress): void;
}

/** How far an import has come: how many rows are checked, or of how many written. */
export type Progress = { step: 'checking'; rows: number } | { step: 'writing'; rows: number; of: number };

const placesPerWrite = 100;

/**
 * Imports a gazetteer extract (CSV or .xlsx; `headings.ts` names the columns) row by row, however long it is. Importing it again
 * writes nothing. A row that cannot be read is reported and the others go on; so is a reference that two homes claim,
 * and both keep it: looking it up is ambiguous until the extract is corrected.
 * @throws {Error} before anything is written, when the headings are wrong, the file is no sheet or, where it should be
 * full, seems truncated.
 */
export async function importGazetteer(settings: GazetteerImport): Promise<GazetteerReport> {
  const survey = await surveyed(settings);
  const { places, full } = settings;
  const missing =
    full === undefined ? [] : await missingHomes(survey, places.standingHomes(), full.acceptMissing);
  const claims = noClaims();
  const outcomes = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  const write = async (some: readonly Place[]) => {
    for (const outcome of await places.write(some)) outcomes[outcome] += 1;
  };
  await writeRows(settings, survey, async some => {
    for (const place of some) claim(claims, place);
    await write(some);
  });
  for (const some of chunksOf(missing, placesPerWrite))
    await write([...(await places.placesOf(some)).values()].map(retiredPlace));
  return {
    ...outcomes,
    rows: survey.rows,
    alternatives: survey.otherAddresses.filter(({ uprn }) => survey.lines.has(uprn)).length,
    rejected: rejectedIn(survey),
    shared: sharedReferences(claims),
    unknownSuccessors: await unknownSuccessors(places, survey, claims),
  };
}

async function surveyed({ open, charset, progress }: GazetteerImport): Promise<Survey> {
  const survey = emptySurvey();
  await readExtract(recordsIn(open(), charset), (line, row) => {
    surveyRow(survey, line, row);
    if (survey.rows % placesPerWrite === 0) progress?.({ step: 'checking', rows: survey.rows });
  });
  return survey;
}

async function writeRows(
  { open, charset, progress }: GazetteerImport,
  survey: Survey,
  write: (places: readonly Place[]) => Promise<void>,
): Promise<void> {
  const placeOf = makePlaceOf(survey);
  let waiting: Place[] = [];
  let rows = 0;
  await readExtract(recordsIn(open(), charset), async (line, row) => {
    rows += 1;
    const place = placeOf(line, row);
    if (place !== undefined) waiting.push(place);
    if (waiting.length < placesPerWrite) return;
    await write(waiting);
    waiting = [];
    progress?.({ step: 'writing', rows, of: survey.rows });
  });
  await write(waiting);
  progress?.({ step: 'writing', rows, of: survey.rows });
}

/** The home that a row describes, with its other addresses; undefined for a row that describes none. */
function makePlaceOf(survey: Survey) {
  const alternatives = alternativesIn(survey);
  return (line: number, row: ReadRow): Place | undefined => {
    if (!row.ok || survey.lines.get(row.place.uprn) !== line) return undefined;
    const others = alternatives.get(row.place.uprn)?.filter(address => address !== row.place.address) ?? [];
    return others.length === 0 ? row.place : { ...row.place, alternativeAddresses: others };
  };
}

async function unknownSuccessors({ placesOf }: Places, { lines }: Survey, { retired }: Claims) {
  const named = [...retired.values()].flatMap(({ uprn, succeededBy = [] }) =>
    succeededBy.filter(successor => !lines.has(successor)).map(successor => ({ uprn, successor })),
  );
  const known = await placesOf(new Set(named.map(({ successor }) => successor)));
  return named.filter(({ successor }) => !known.has(successor));
}
