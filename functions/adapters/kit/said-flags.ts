import { type ContentOf, eventContent } from '../../../schemas/event-content.ts';
import type { SealedText } from '../../../schemas/parts.ts';
import type { EventDraft, LocalFlagCode } from '../contract.ts';

type SaidOfFlags = ContentOf<'housing.flag.asserted.v1' | 'housing.flag.withdrawn.v1'> &
  Pick<EventDraft, 'mayEcho'>;

interface SaidFlags {
  said?: readonly LocalFlagCode[];
  over?: readonly LocalFlagCode[];
  /** Why, in the words of whoever says it. */
  text?: SealedText | undefined;
  assertedBy?: string | undefined;
}

/** That the flags of these words hold, or hold no longer, whatever else the same item says. */
export function saidFlags({ said = [], over = [], text, assertedBy }: SaidFlags): SaidOfFlags[] {
  return [
    ...said.map(({ code, local: localCode }) => ({
      ...eventContent('housing.flag.asserted.v1', { code, localCode, basis: text, assertedBy }),
      mayEcho: true as const,
    })),
    ...over.map(({ code, local: localCode }) =>
      eventContent('housing.flag.withdrawn.v1', { code, localCode, reason: text }),
    ),
  ];
}
