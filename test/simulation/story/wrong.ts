import type { Json } from '../world/process.ts';
import type { Random } from '../world/random.ts';
import { homes } from './town.ts';

/** A word that no system has: nothing can be made of an item that says so. */
const nonsense = 'nonsense';
/** Where items say what happened, and something that could have. */
const says: Readonly<Record<string, string>> = {
  typeCode: '70',
  event: 'acknowledged',
  'What happened': 'Visit',
};

function replaced(item: Json, by: (name: string) => string): Json {
  const name = Object.keys(says).find(one => item?.[one] !== undefined);
  return name === undefined ? item : { ...item, [name]: by(name) };
}

/** An item as somebody mistyped it. */
export function mistyped(item: Json): Json {
  return replaced(item, () => nonsense);
}

/** Whether an item was mistyped. */
export function isWrong(item: Json): boolean {
  return Object.keys(says).some(name => item?.[name] === nonsense);
}

/** What somebody makes of a mistyped item who knows what was meant. */
export function corrected(item: Json): Json {
  return { stage: 1, ...replaced(item, name => says[name] ?? '') };
}

/** An item as its system sends it once more under the same id, and with other content. */
export function amended(item: Json, random: Random): Json {
  if (item.eventTime !== undefined) return { ...item, typeCode: '70', otherType: undefined };
  if (item.caseReference !== undefined) {
    const other = { ...item, about: 'Noise', detail: 'Not as first said' };
    // Under the same id at another home, whose timeline has not heard of it.
    return random.pick([other, { ...other, uprn: random.pick(homes).uprn }]);
  }
  if (item.eventData?.newData?.code !== undefined) {
    const newData = { ...item.eventData.newData, code: random.pick(['VA', 'ATD']) };
    return { ...item, eventData: { ...item.eventData, newData } };
  }
  return item;
}
