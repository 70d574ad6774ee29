import type * as z from 'zod';
import type { SealedText } from '../../../schemas/parts.ts';
import {
  type LocalReference,
  type PersonReference,
  personReferenceSchema,
} from '../../../schemas/reference.ts';
import type { HomeLocator } from '../contract.ts';
import { present } from '../kit/present.ts';
import { manifest } from './manifest.ts';
import type { TenancyEvent } from './vendor.ts';
import type { assetSchema } from './vendor-parts.ts';

/** What every shared event of one envelope has in common; it happened when the envelope says unless it says better. */
export function baseOf({ id, correlationId, dateTime }: TenancyEvent) {
  return present({ happened: dateTime, vendorEventId: id, vendorCorrelationId: correlationId });
}

/** A person by this system's key. */
export function personOf(key: string): PersonReference {
  return personReferenceSchema.parse(`${manifest.system}:${key}`);
}

/** The colleague who did it, by address, else by the system's number. */
export function staffOf({ user }: TenancyEvent): string | undefined {
  return user?.email ?? user?.id;
}

type Asset = z.output<typeof assetSchema>;

/** A home by UPRN where the event gives it, else by the asset's id, which is this system's key of a home. */
export function locatorOf(asset: Partial<Asset> | undefined): HomeLocator | undefined {
  if (asset?.uprn !== undefined) return { by: 'uprn', uprn: asset.uprn };
  const reference = asset?.id ?? asset?.propertyReference;
  return reference === undefined ? undefined : { by: 'reference', reference };
}

/** The home of a tenure. An event that names no asset is known by its tenure: the hub learns once where that is. */
export function homeOf(asset: Partial<Asset> | undefined, tenure: LocalReference): HomeLocator {
  return locatorOf(asset) ?? { by: 'reference', reference: tenure };
}

/** What is said of somebody's conduct or health. */
export function sensitive(text: string | undefined): SealedText | undefined {
  return text === undefined ? undefined : { text, classification: 'special-category' };
}
