/** The parts of an address as BS 7666 has them; each may be missing. */
export interface AddressParts {
  /** Secondary addressable object: `FLAT 4`. */
  saon?: string | undefined;
  /** Primary addressable object: `LARCH HOUSE`, `14`, `14A-16`. */
  paon?: string | undefined;
  /** The number of a building that has a name, too: `LARCH HOUSE, 12 LINDEN ROAD`. */
  number?: string | undefined;
  street?: string | undefined;
  locality?: string | undefined;
  town?: string | undefined;
}

const numberOnly = /^\d+[A-Z]?(\s*[-/]\s*\d+[A-Z]?)?$/i;

/**
 * An address on one line: `FLAT 4, LARCH HOUSE, LINDEN ROAD, LONDON`; the number of a house stands before its street,
 * `14 LINDEN ROAD, LONDON`.
 * @returns undefined when there is neither house nor street.
 */
export function addressLineOf(parts: AddressParts): string | undefined {
  const { saon, street, locality, town } = parts;
  const { paon, number } = apart(parts);
  if (paon === undefined && number === undefined && street === undefined) return undefined;
  const numbered = [number, street].filter(part => part !== undefined).join(' ');
  const area = locality?.toUpperCase() === town?.toUpperCase() ? [town] : [locality, town];
  return [saon, paon, numbered, ...area].filter(part => part !== undefined && part !== '').join(', ');
}

function apart({ paon, number }: AddressParts): Pick<AddressParts, 'paon' | 'number'> {
  return number === undefined && paon !== undefined && numberOnly.test(paon)
    ? { number: paon }
    : { paon, number };
}

/** The parts of an addressable object as AddressBase and LLPG extracts keep them, in columns of their own. */
export interface ObjectParts {
  text?: string | undefined;
  start?: string | undefined;
  startSuffix?: string | undefined;
  end?: string | undefined;
  endSuffix?: string | undefined;
}

/** `14A-16` of its four columns; undefined where there is none. */
export function numberOf({ start, startSuffix = '', end, endSuffix = '' }: ObjectParts): string | undefined {
  if (start === undefined) return undefined;
  return end === undefined ? start + startSuffix : `${start}${startSuffix}-${end}${endSuffix}`;
}

const lastWordIsUnit = /(?:^|\s)(?:FLAT|APARTMENT|UNIT|ROOM|STUDIO|MAISONETTE|GARAGE|BEDSIT|SHOP|PLOT|NO)$/i;

/** A secondary object of its columns: `FLAT 4`, `4`, or of both `ANNEXE, 4`. */
export function secondaryOf(parts: ObjectParts): string | undefined {
  const [text, number] = [parts.text, numberOf(parts)];
  if (text === undefined || number === undefined) return text ?? number;
  return `${text}${lastWordIsUnit.test(text) ? ' ' : ', '}${number}`;
}
