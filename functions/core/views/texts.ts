import type { Classification } from '../../../schemas/envelope.ts';
import { type SealedText, sealedTextSchema } from '../../../schemas/parts.ts';
import { speaksOfSafeguarding } from '../../../schemas/safeguarding-words.ts';
import type { Detail } from './disclosure.ts';
import { type Viewer, visibilityOfSafeguarding } from './need-to-know.ts';

/** Data for somebody who may know of it, and which personal details that shows. */
export interface Seen {
  data: Record<string, unknown>;
  details: Detail[];
}

/** What becomes of a text: it discloses this or nothing, is withheld, or what it stands in is not shown at all. */
export type TextExposure = Detail | 'nothing-personal' | 'withheld' | 'unmentioned';
const noDetail: ReadonlySet<TextExposure> = new Set(['nothing-personal', 'withheld', 'unmentioned']);

/** How each kind of text is exposed. */
interface Reading {
  sealed(text: SealedText): TextExposure;
  phrase(phrase: string): TextExposure;
}

/** The data with every text of it read; undefined as soon as one may not be mentioned. */
export function readTexts(data: object, reading: Reading): Seen | undefined {
  const exposures = new Set<TextExposure>();
  const shown = (text: string, exposure: TextExposure, classification: Classification) => {
    exposures.add(exposure);
    return exposure === 'withheld' ? { withheld: true, classification } : text;
  };
  const open = (value: unknown): unknown => {
    if (typeof value === 'string') return shown(value, reading.phrase(value), 'special-category');
    if (Array.isArray(value)) return value.map(open);
    if (typeof value !== 'object' || value === null) return value;
    const { data: sealed } = sealedTextSchema.safeParse(value);
    if (sealed !== undefined) {
      return shown(sealed.text, reading.sealed(sealed), sealed.classification);
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, open(inner)]));
  };
  const seen = open(data) as Record<string, unknown>;
  const isDetail = (exposure: TextExposure): exposure is Detail => !noDetail.has(exposure);
  return exposures.has('unmentioned') ? undefined : { data: seen, details: [...exposures].filter(isDetail) };
}

/** What becomes of a system's own words for something, such as the category of a note. */
export function safeguardingExposure(phrase: string, viewer: Viewer, system: string): TextExposure {
  if (!speaksOfSafeguarding(phrase)) return 'nothing-personal';
  const exposures = { full: 'special-category-text', instruction: 'withheld', none: 'unmentioned' } as const;
  return exposures[visibilityOfSafeguarding(viewer, system)];
}

/** Whether a value is a sealed text. */
export function isSealed(value: unknown): boolean {
  return sealedTextSchema.safeParse(value).success;
}
