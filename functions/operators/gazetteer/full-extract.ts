import type { Uprn } from '../../../schemas/reference.ts';
import type { Place } from '../../core/identity/place.ts';
import { isNamedIn, type Survey } from './survey.ts';

/** A fiftieth of the homes may go between two extracts without anybody being asked. */
const missingWithoutAsking = 0.02;

/**
 * The homes that stand in the directory and not in a full extract. `acceptMissing` is how many may be missing, as somebody
 * says who has looked at the figures: exactly that many.
 * @throws {Error} with the figures, before anything was written, when so many are missing that the file is more likely to
 * be truncated than the homes to be gone, or when rows have no UPRN and could be any of them.
 */
export async function missingHomes(
  survey: Survey,
  standingHomes: AsyncIterable<Uprn>,
  acceptMissing: number | undefined,
): Promise<Uprn[]> {
  const isNamed = isNamedIn(survey);
  const missing: Uprn[] = [];
  let known = 0;
  for await (const uprn of standingHomes) {
    known += 1;
    if (!isNamed(uprn)) missing.push(uprn);
  }
  if (missing.length > 0 && survey.nameless > 0)
    throw new Error(
      `The extract cannot be taken for a full one: ${survey.nameless} of its rows have no UPRN that can be read, and ` +
        `${missing.length} of the ${known} homes that the directory knows are not in it. Nothing was written. ` +
        'Correct those rows, or import it without --full.',
    );
  if (missing.length > known * missingWithoutAsking && missing.length !== acceptMissing)
    throw new Error(
      `The extract names ${survey.lines.size} homes, and ${missing.length} of the ${known} that the directory knows are ` +
        `not in it: it may be truncated. Nothing was written. If those homes are gone, say so: --accept-missing ${missing.length}`,
    );
  return missing;
}

/** A home that is no longer in the gazetteer, as the directory keeps it. */
export function retiredPlace(place: Place): Place {
  return { ...place, status: 'retired' };
}
