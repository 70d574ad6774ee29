import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import {
  type Instant,
  instantOf,
  type PersonReference,
  personReferenceSchema,
  personSubject,
  propertySubject,
  type Subject,
  uprnFrom,
} from '../../../schemas/reference.ts';
import type { Erased } from './erasure/erase.ts';

/** Which hub is meant: a deployed stack, or the one that runs on this machine. */
export type WhichHub = { stack: string } | 'local';

/** What is to become of a system's webhook; without anything it is only shown. */
export interface WebhookChange {
  system: string;
  url: string | undefined;
  /** A new key signs from now on beside the others; or the newest alone does. */
  keys: 'add' | 'drop-old' | undefined;
}

/** What the operator asked for. */
export type Request =
  | { command: 'help' }
  | { command: 'dead-letters'; hub: WhichHub; showPayload: boolean; limit: number }
  | { command: 'redrive'; hub: WhichHub; queue: string | undefined }
  | { command: 'replay'; hub: WhichHub; from: Instant; to: Instant | undefined }
  | { command: 'unknown-fields'; hub: WhichHub; system: string | undefined }
  | { command: 'audit-verify'; hub: WhichHub; file: string }
  | { command: 'resend'; hub: WhichHub; system: string }
  | ({ command: 'webhook'; hub: WhichHub } & WebhookChange)
  | ({ command: 'erase'; hub: WhichHub; reason: string; destroy: boolean } & { erased: Erased })
  | { command: 'subject-access'; hub: WhichHub; person: PersonReference; file: string }
  | { command: 'show'; hub: WhichHub; subject: Subject; beginning: string; showPayload: boolean }
  | {
      command: 'rebuild';
      hub: WhichHub;
      subject: Subject | 'all';
      from: 'timeline' | 'archive';
      swap: boolean;
      announce: boolean;
      showPayload: boolean;
    };

/** A command line that cannot be carried out, and what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const boolean = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;
const hubOptions = { stack: text, local: boolean, help: { ...boolean, short: 'h' } } as const;

/** Reads the command line. @throws {UsageError} saying what is wrong with it. */
export function readArguments(argv: readonly string[]): Request {
  const [command, ...args] = argv;
  if (command === undefined || command === 'help' || args.includes('--help') || args.includes('-h')) {
    return { command: 'help' };
  }
  if (command === '--help' || command === '-h') return { command: 'help' };
  switch (command) {
    case 'dead-letters': {
      const { values } = read(args, 0, { 'show-payload': boolean, limit: { ...text, default: '20' } });
      return {
        command,
        hub: hubOf(values),
        showPayload: values['show-payload'],
        limit: countOf(values.limit),
      };
    }
    case 'redrive': {
      const { values, positionals } = read(args, 1, {});
      return { command, hub: hubOf(values), queue: positionals[0] };
    }
    case 'replay': {
      const { values } = read(args, 0, { from: text, to: text });
      const from = momentOf('--from', values.from ?? missing('--from: the first moment to replay'));
      const to = values.to === undefined ? undefined : momentOf('--to', values.to);
      if (to !== undefined && to <= from) throw new UsageError('--to is not after --from');
      return { command, hub: hubOf(values), from, to };
    }
    case 'resend': {
      const { values, positionals } = read(args, 1, {});
      const system = positionals[0] ?? missing('the system to send everything to again, such as repairs');
      return { command, hub: hubOf(values), system };
    }
    case 'webhook':
      return webhookOf(args);
    case 'unknown-fields': {
      const { values } = read(args, 0, { system: text });
      return { command, hub: hubOf(values), system: values.system };
    }
    case 'audit-verify': {
      const { values, positionals } = read(args, 1, {});
      const file =
        positionals[0] ?? missing('the file with the seals of the audit; it is made where it is missing');
      return { command, hub: hubOf(values), file };
    }
    case 'show': {
      const { values, positionals } = read(args, 2, { 'show-payload': boolean });
      const [named = missing('a UPRN or person'), beginning = 'RECORD'] = positionals;
      const subject = subjectOf(named);
      return { command, hub: hubOf(values), subject, beginning, showPayload: values['show-payload'] };
    }
    case 'erase':
      return eraseOf(args);
    case 'subject-access': {
      const { values, positionals } = read(args, 2, {});
      const [named = missing('a person'), file = missing('the file to write it to')] = positionals;
      return { command, hub: hubOf(values), person: personNamed(named), file };
    }
    case 'rebuild':
      return rebuildOf(args);
    default:
      throw new UsageError(`There is no command ${command}`);
  }
}

function eraseOf(args: readonly string[]): Request {
  const { values, positionals } = read(args, 1, { reason: text, year: text, destroy: boolean });
  const [named = missing('a person, or a UPRN with --year')] = positionals;
  const reason = values.reason ?? missing('--reason: what was asked for, such as the case');
  const { year, destroy } = values;
  const erased = erasedOf(named, year);
  return { command: 'erase', hub: hubOf(values), erased, reason, destroy };
}

function erasedOf(named: string, year: string | undefined): Erased {
  const uprn = uprnFrom(named);
  if (uprn === undefined) {
    if (year !== undefined) throw new UsageError('--year goes with a UPRN');
    return { person: personNamed(named) };
  }
  if (year === undefined || !/^(\d{4}|undated)$/.test(year))
    throw new UsageError('A UPRN goes with --year: such as 2026, or undated');
  return { home: propertySubject(uprn), year };
}

function webhookOf(args: readonly string[]): Request {
  const options = { url: text, 'add-key': boolean, 'drop-old-keys': boolean };
  const { values, positionals } = read(args, 1, options);
  const system = positionals[0] ?? missing('the system whose webhook is meant, such as repairs');
  if (values['add-key'] && values['drop-old-keys'])
    throw new UsageError('Add a key first, and drop the old ones once the system checks with the new one');
  const dropped = values['drop-old-keys'] ? 'drop-old' : undefined;
  const keys = values['add-key'] ? 'add' : dropped;
  return { command: 'webhook', hub: hubOf(values), system, url: values.url, keys };
}

function rebuildOf(args: readonly string[]): Request {
  const { values, positionals } = read(args, 1, {
    all: boolean,
    from: { ...text, default: 'timeline' },
    swap: boolean,
    announce: boolean,
    'show-payload': boolean,
  });
  const [named] = positionals;
  if (values.all === (named !== undefined)) throw new UsageError('Give one UPRN or person, or --all');
  const { from, swap, announce } = values;
  if (from !== 'timeline' && from !== 'archive') {
    throw new UsageError('--from is timeline (the events that were recorded) or archive');
  }
  if (announce && !swap)
    throw new UsageError('--announce goes with --swap: there is nothing to announce before');
  const subject = named === undefined ? 'all' : subjectOf(named);
  const hub = hubOf(values);
  return { command: 'rebuild', hub, subject, from, swap, announce, showPayload: values['show-payload'] };
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function read<O extends Options>(args: readonly string[], positionals: number, options: O) {
  const config = { args: [...args], allowPositionals: true, options: { ...hubOptions, ...options } } as const;
  try {
    const parsed = parseArgs(config);
    const [tooMany] = parsed.positionals.slice(positionals);
    if (tooMany === undefined) return parsed;
    throw new UsageError(`${tooMany} is one word too many`);
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

function hubOf({ stack, local }: { stack?: string | undefined; local: boolean }): WhichHub {
  if (local === (stack !== undefined)) {
    throw new UsageError('Say which hub: --stack NAME, such as Lintel-prod, or --local');
  }
  return stack === undefined ? 'local' : { stack };
}

function countOf(given: string): number {
  const count = Number(given);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(`--limit ${given} is no number of messages`);
}

/** A date is the start of that day in London; a moment has an offset, or is London's too. */
function momentOf(option: string, given: string): Instant {
  try {
    const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(given)
      ? Temporal.Instant.from(given)
      : Temporal.PlainDateTime.from(given).toZonedDateTime('Europe/London').toInstant();
    return instantOf(zoned.epochMilliseconds);
  } catch {
    throw new UsageError(`${option} ${given} is no moment: write 2026-03-01 or 2026-03-01T09:30`);
  }
}

function subjectOf(given: string): Subject {
  const uprn = uprnFrom(given);
  if (uprn !== undefined) return propertySubject(uprn);
  const person = personReferenceSchema.safeParse(given);
  if (person.success) return personSubject(person.data);
  throw new UsageError(`${given} is neither a UPRN nor a person, such as tenancy:45c76564`);
}

function personNamed(given: string): PersonReference {
  const { data: person } = personReferenceSchema.safeParse(given);
  if (person !== undefined) return person;
  throw new UsageError(`${given} is no person, such as tenancy:45c76564`);
}

function missing(what: string): never {
  throw new UsageError(`Give ${what}`);
}
