import * as z from 'zod';
import type { Instant } from '../../../schemas/reference.ts';
import type { Reading } from '../../core/audit/audited-read.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { type ApiRequest, officerOf, viewerOf } from './officer-request.ts';
import type { Tokens } from './token.ts';

const purpose = z.string().trim().min(1).max(200).optional().meta({
  description: 'What the read is for, such as a case reference; kept with the record that it was read',
});

/** What every read of an officer may say of itself. */
export const purposeHeader = z.object({ 'lintel-purpose': purpose });

/** Two different words: short enough to be said at a door, and nothing that a key held down makes. */
function isReason(text: string): boolean {
  return new Set(text.toLowerCase().match(/\p{L}{2,}/gu)).size > 1;
}

/** What a read of a home may say of itself. */
export const lookHeaders = purposeHeader.extend({
  'break-glass': z
    .string()
    .trim()
    .max(500)
    .refine(isReason, 'say why in two words or more, such as “Fire on the stairs”')
    .optional()
    .meta({
      description:
        'Why everything has to be seen at once, in two words or more, such as “Fire on the stairs”: this one answer then withholds nothing; it is recorded, and data protection is told',
    }),
});

/** Somebody who looks: what they may see, and what is written down of it. */
export interface Look {
  viewer: Viewer;
  reading: Reading;
}

export interface LookDeps extends Partial<Pick<Viewer, 'teamOfSystem'>> {
  tokens: Tokens;
  now: () => Instant;
}

/**
 * Who looks through an endpoint.
 * @throws {ApiProblem} 403 without a role.
 */
export function lookOf(deps: LookDeps, request: ApiRequest, endpoint: string): Look {
  const { officer, roles } = officerOf(request, deps);
  return {
    viewer: { ...viewerOf(request, deps), glassIsBroken: false },
    reading: {
      readId: request.requestContext.requestId,
      at: deps.now(),
      ...{ officer, role: roles.join(' '), endpoint },
    },
  };
}

/** A look with what the request says of it. Where an endpoint does not take `Break-Glass`, nothing is withheld less. */
export function saying({ viewer, reading }: Look, headers: Readonly<Record<string, unknown>>): Look {
  const said: Partial<z.output<typeof lookHeaders>> = headers;
  const brokeGlass = said['break-glass'];
  return {
    viewer: { ...viewer, glassIsBroken: brokeGlass !== undefined },
    reading: { ...reading, purpose: said['lintel-purpose'], brokeGlass },
  };
}
