import { encryptedFields, type LintelEvent } from '../../../schemas/catalogue.ts';
import { isEncrypted } from '../../../schemas/encrypted.ts';
import { sealedTextSchema } from '../../../schemas/parts.ts';

/**
 * An event with each of its personal texts changed: sealed texts that are not operational, and the fields that its definition
 * `encrypts`. What is encrypted already stays as it is.
 */
export function withPersonalTexts<E extends LintelEvent>(event: E, change: (text: string) => string): E {
  const encrypts: readonly string[] = encryptedFields(event.type);
  const once = (text: string) => (isEncrypted(text) ? text : change(text));
  const data = Object.entries(event.data).map(([name, value]: [string, unknown]) => [
    name,
    encrypts.includes(name) && typeof value === 'string' ? once(value) : changed(value, once),
  ]);
  return { ...event, data: Object.fromEntries(data) } as E;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map(one => changed(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const { data: sealed } = sealedTextSchema.safeParse(value);
  if (sealed !== undefined)
    return sealed.classification === 'operational' ? value : { ...value, text: change(sealed.text) };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner, change)]));
}

/** Whether an event has a text that is to be encrypted. */
export function hasPersonalText(event: LintelEvent): boolean {
  let found = false;
  withPersonalTexts(event, text => {
    found = true;
    return text;
  });
  return found;
}
