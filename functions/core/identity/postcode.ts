import { fix, parse } from 'postcode';

/** A postcode, perhaps with O for 0 and I for 1 in its first half, and with a space more or less. */
const written =
  /\b([A-Z]{1,2})\s?([\dOI][A-Z\d]?)\s*(\d[A-Z]{2})\b(?!\s+(?:FLOOR|FLR|FL|AVENUE|AVE|STREET|ST)\b)/g;
/** The same with O or I in its second half too: only where a line ends, for OLD and INN are words. */
const writtenAtEnd = /\b([A-Z]{1,2})([\dOI][A-Z\d]?)\s*([OI][A-Z]{2})(?=\s*(?:,|$))/g;
/** An outward code, `SE15`, perhaps with the beginning of the rest, at the end of a line of the address. */
const outward = /(?<=\S[\s,]+)\b([A-Z]{1,2}\d[A-Z\d]?)(?:\s+\d[A-Z]?)?(?=\s*(?:,|$))/g;
const unitWordBefore = /\b(?:FLAT|FLT|APARTMENT|APT|UNIT|ROOM|BLOCK|NO)\s+$/;

/** What an address says of its postcode, and the address without it. */
export interface PostcodeReading {
  rest: string;
  /** `SE15 4PT` */
  postcode?: string;
  /** `SE15`: of the postcode, or all that was given. */
  outcode?: string;
}

/** A postcode in its usual spelling, `SE15 4PT`, or undefined when the text is not a whole postcode. */
export function normalisePostcode(text: string): string | undefined {
  return parse(fix(text.trim())).postcode ?? undefined;
}

/**
 * Takes the postcode out of an address in capitals: the last one that is whole, with O and I put right where only a
 * digit can stand; else an outward code that ends a line.
 */
export function takePostcode(text: string): PostcodeReading {
  for (const match of [...text.matchAll(writtenAtEnd), ...text.matchAll(written)].reverse()) {
    const [whole, area = '', district = '', inward = ''] = match;
    const postcode = normalisePostcode(`${area}${digits(district)} ${digits(inward[0])}${inward.slice(1)}`);
    if (postcode === undefined || !/\d/.test(whole)) continue;
    return { rest: without(text, match), postcode, outcode: outcodeOf(postcode) };
  }
  for (const match of [...text.matchAll(outward)].reverse()) {
    const before = text.slice(0, match.index);
    const [, outcode] = match;
    if (outcode !== undefined && !unitWordBefore.test(before)) return { rest: without(text, match), outcode };
  }
  return { rest: text };
}

function digits(text = ''): string {
  return text.replaceAll('O', '0').replaceAll('I', '1');
}

/** `SE15` of `SE15 4PT`. */
export function outcodeOf(postcode: string): string {
  return postcode.slice(0, postcode.indexOf(' '));
}

/** `SE15 4` of `SE15 4PT`: a few thousand addresses, in which no two streets have one name. */
export function sectorOf(postcode: string): string {
  return postcode.slice(0, -2);
}

function without(text: string, { index, 0: whole }: RegExpExecArray): string {
  return `${text.slice(0, index)},${text.slice(index + whole.length)}`;
}
