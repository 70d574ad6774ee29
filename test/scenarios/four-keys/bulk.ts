import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const assetSchema = z.object({
  id: z.string(),
  assetId: z.string(),
  tenure: z.object({ id: z.string() }).nullish(),
  assetAddress: z.object({
    uprn: z.string(),
    addressLine1: z.string(),
    addressLine2: z.string().nullish(),
    addressLine3: z.string().nullish(),
    addressLine4: z.string().nullish(),
    postCode: z.string(),
  }),
});
export type Asset = z.output<typeof assetSchema>;

const memberSchema = z.object({
  id: z.string(),
  fullName: z.string(),
  isResponsible: z.boolean(),
  dateOfBirth: z.string().nullish(),
});
export type Member = z.output<typeof memberSchema>;

const tenureSchema = z.object({
  id: z.string(),
  startOfTenureDate: z.string(),
  endOfTenureDate: z.string().nullish(),
  tenureType: z.object({ code: z.string(), description: z.string() }),
  tenuredAsset: z.object({ id: z.string(), uprn: z.string().nullish() }),
  householdMembers: z.array(memberSchema),
});
export type Tenure = z.output<typeof tenureSchema>;

const personSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  firstname: z.string(),
  middleName: z.string().nullish(),
  surname: z.string(),
  dateOfBirth: z.string().nullish(),
  tenures: z.array(z.object({ id: z.string() })),
});
export type Person = z.output<typeof personSchema>;

/** What a housing service's search indexes hold of homes, tenures and people. */
export interface Bulk {
  assets: Asset[];
  tenures: Tenure[];
  persons: Person[];
  /** When the tenures were taken out of their system: what ends later has not ended. */
  takenAt: Date;
}

/**
 * Reads the bulk files of a folder, those whose names end in `assets.ndjson`, `tenures.ndjson` and `persons.ndjson`: in
 * each, a line with an index action and a line with the document, by turns.
 * @throws {Error} when one of them is missing or a document is not of its shape.
 */
export function readBulk(folder: string): Bulk {
  return {
    assets: documentsIn(fileIn(folder, 'assets'), assetSchema),
    tenures: documentsIn(fileIn(folder, 'tenures'), tenureSchema),
    persons: documentsIn(fileIn(folder, 'persons'), personSchema),
    takenAt: statSync(fileIn(folder, 'tenures')).mtime,
  };
}

function fileIn(folder: string, kind: string): string {
  const name = readdirSync(folder).find(file => file.endsWith(`${kind}.ndjson`));
  if (name === undefined) throw new Error(`${folder} has no file that ends in ${kind}.ndjson`);
  return path.join(folder, name);
}

function documentsIn<S extends z.ZodType>(file: string, schema: S): z.output<S>[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const documents = lines.filter((line, index) => index % 2 === 1 && line.trim() !== '');
  return documents.map(line => schema.parse(JSON.parse(line)));
}
