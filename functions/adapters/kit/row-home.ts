import * as z from 'zod';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import type { HomeLocator } from '../contract.ts';
import { textField, uprnField } from './vendor-fields.ts';

/** Where a row of an extract says which home it means. */
export const homeCells = {
  uprn: uprnField.optional(),
  reference: localReferenceSchema.optional(),
  address: textField(300),
};

type HomeCells = z.output<z.ZodObject<typeof homeCells>>;

/** A row with its home: by UPRN, else by the system's own reference, else by address; a problem where it has none. */
export function homeByCells<R extends HomeCells>(
  row: R,
  context: z.RefinementCtx,
): Omit<R, keyof HomeCells> & { home: HomeLocator } {
  const { uprn, reference, address, ...rest } = row;
  if (uprn !== undefined) return { ...rest, home: { by: 'uprn', uprn } };
  if (reference !== undefined) return { ...rest, home: { by: 'reference', reference } };
  if (address !== undefined) return { ...rest, home: { by: 'address', address } };
  context.addIssue({ code: 'custom', path: ['uprn'], message: 'the row does not say which home it means' });
  return z.NEVER;
}
