/** A value as DynamoDB's JSON has it: one member, named after its type. */
type WireValue = Readonly<Record<string, unknown>>;
/** An item on the wire. */
export type WireItem = Readonly<Record<string, WireValue>>;

const collectionOverhead = 3;
const elementOverhead = 1;

/**
 * The size of an item in bytes, as DynamoDB charges it: names and text in UTF-8; a number a byte for two digits and one
 * more; bytes as they are, a boolean or null one byte; a list or map three and one for each element
 * (DynamoDB Developer Guide, "DynamoDB item sizes and formats").
 * @throws {Error} for a type that no item of the hub has.
 */
export function itemSize(item: WireItem): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value),
    0,
  );
}

function valueSize(value: WireValue): number {
  const [type = '', content] = Object.entries(value)[0] ?? [];
  switch (type) {
    case 'S':
      return Buffer.byteLength(content as string);
    case 'N':
      return Math.ceil((content as string).replace(/\D/g, '').length / 2) + 1;
    case 'B':
      return Buffer.byteLength(content as string, 'base64');
    case 'BOOL':
    case 'NULL':
      return 1;
    case 'L': {
      const elements = content as WireValue[];
      return elements.reduce((sum, each) => sum + valueSize(each) + elementOverhead, collectionOverhead);
    }
    case 'M': {
      const members = content as WireItem;
      return itemSize(members) + collectionOverhead + elementOverhead * Object.keys(members).length;
    }
    default:
      throw new Error(`An attribute is of the type ${type}, which has no size here`);
  }
}
