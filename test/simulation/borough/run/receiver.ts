import * as z from 'zod';
import { parseFlagId } from '../../../../functions/core/flags/flag-id.ts';
import { flagDefinition } from '../../../../schemas/flags.ts';
import { readers } from '../../../scenarios/team-systems/native.ts';
import type { Shown } from '../accounting/wrongness.ts';
import { written } from '../truth/truth.ts';

/** A team's system that shows what it was told last of each warning, whatever its version. */
export interface Receiver {
  take(body: string): void;
  /** Everything that it ever showed, up to an instant. */
  shown(until: number): Shown[];
}

/** Makes a system that was told nothing. @param now the time in milliseconds */
export function makeReceiver(system: string, now: () => number): Receiver {
  const read = readers[system] ?? (() => []);
  const present = new Map<string, Shown[]>();
  const past: Shown[] = [];
  return {
    take(body) {
      const message: unknown = JSON.parse(body);
      for (const { reference, active, own, instruction, homes } of read(message)) {
        const to = now();
        past.push(...(present.get(reference) ?? []).map(row => ({ ...row, to })));
        const code = parseFlagId(reference)?.code;
        if (code === undefined) throw new Error(`${system} was told of ${reference}, which is no flag`);
        const isAboutPerson = flagDefinition(code).hangsOn === 'person';
        const words = written(own, instruction, isAboutPerson ? reviewIn(system, message) : undefined);
        const places = active ? homes : [];
        present.set(
          reference,
          places.map(home => ({ system, home, code, words, from: to, to: Number.POSITIVE_INFINITY })),
        );
      }
    },
    shown: until => [...past, ...[...present.values()].flat().map(row => ({ ...row, to: until }))],
  };
}

const day = z.string().transform(text => (text.includes('/') ? text.split('/').reverse().join('-') : text));
const reviews: Readonly<Record<string, (message: never) => unknown>> = {
  repairs: ({ reviewDue }: { reviewDue: string }) => reviewDue,
  tenancy: (message: { eventData: { newData: { reviewDate: string } } }) =>
    message.eventData.newData.reviewDate,
  leaks: ({ rows }: { rows: { Until: string }[] }) => rows[0]?.Until,
  complaints: (message: { warning: { reviewOn: string } }) => message.warning.reviewOn,
  disrepair: (message: { row: { hc_reviewon: string } }) => message.row.hc_reviewon,
};

/** The day on which a warning is to be looked at again, as each system shows it. */
function reviewIn(system: string, message: unknown): string | undefined {
  return day.safeParse(reviews[system]?.(message as never)).data;
}
