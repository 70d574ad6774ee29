import type { EventDraft } from '../../functions/adapters/contract.ts';
import { eventDefinition } from '../../schemas/catalogue.ts';
import { instantSchema } from '../../schemas/reference.ts';

const subjects = [{ subject: 'property/200000471104', role: 'home' }];

/** What the shared language would refuse of a draft: an adapter must never hand on such a one. */
export function faultsOf({ type, data, happened }: EventDraft): unknown[] {
  const definition = eventDefinition(type);
  if (definition === undefined) return [`no such type: ${type}`];
  const parsed = definition.schema.shape.data.safeParse({ ...data, subjects });
  const time = instantSchema.safeParse(happened.at);
  return [...(parsed.error?.issues ?? []), ...(time.error?.issues ?? [])];
}
