import type * as z from 'zod';
import type { HubFlagEvent, HubQuarantineEvent, SystemEventType } from '../../schemas/catalogue.ts';
import type { TimeBasis } from '../../schemas/envelope.ts';
import type { EventContent } from '../../schemas/event-content.ts';
import type { FlagCode } from '../../schemas/flags.ts';
import type { Instant, LocalReference, PersonReference, SystemName, Uprn } from '../../schemas/reference.ts';
import type { Team } from '../../schemas/teams.ts';

/** What the infrastructure and the hub need to know of a source system; plain data. */
export interface SystemManifest {
  system: SystemName;
  title: string;
  /** The team whose system it is: what it may see of a flag follows from that. */
  team: Team;
  accepts: readonly ('application/json' | 'text/csv')[];
  /** The landlord's register of persons: its keys are what persons are known by here. Another system's have to be learnt. */
  keepsPersons?: true;
  /**
   * The types of events that the adapter can make of what the system sends: nothing else is the system's to say, at the bus
   * (IAM) and in the record. A type that was said once stays, or a replay of the archive would refuse it.
   */
  says: readonly SystemEventType[];
  /** Push by signed webhook, or wait in the system's own inbox queue until it is fetched. */
  delivery: 'webhook' | 'inbox';
  /** The full extracts that the system sends as files, by name. */
  snapshots?: Readonly<Record<string, SnapshotManifest>>;
}

/** A full extract, such as tonight's list of all open jobs. */
interface SnapshotManifest {
  title: string;
  /** A file with less than this share of the last one's rows is held until somebody believes it: 0.8 is four in five. */
  heldBelow: number;
}

/** What the hub finds out of a system's keys, and says in that system's name: whom a key means, or does not. */
const noticed = [
  'housing.person.identified.v1',
  'housing.person.parted.v1',
] as const satisfies readonly SystemEventType[];
export type NoticedDraft = { [T in (typeof noticed)[number]]: DraftOf<T> }[(typeof noticed)[number]];

/** All that may be said in a system's name. */
export function sayableAs({ says }: Pick<SystemManifest, 'says'>): readonly SystemEventType[] {
  return [...says, ...noticed];
}

/** Which home a source system means, in its own terms. */
export type HomeLocator =
  | { by: 'uprn'; uprn: Uprn }
  | { by: 'reference'; reference: LocalReference }
  | { by: 'address'; address: string }
  /** Where the system's own work order of this reference was raised. */
  | { by: 'work-order'; reference: LocalReference };

/** When something happened, and how sure the adapter is of it. */
export interface HappenedAt {
  at: Instant;
  basis: TimeBasis;
}

/** An event as the adapter understands it: everything but the home's UPRN and the envelope. `eventContent` makes its data. */
export type EventDraft = { [T in SystemEventType]: DraftOf<T> }[SystemEventType];

export interface DraftOf<T extends SystemEventType> extends EventContent<T> {
  happened: HappenedAt;
  /** The vendor's own id of this message, or what stands for one; without it the id is derived from the whole payload. */
  vendorEventId?: string;
  /**
   * What identifies it where the hub noticed it, and no message of the vendor's says it: a change of a full extract, or whom a
   * key turned out to mean. Whatever a vendor calls its own messages, it is not this.
   */
  noticedAs?: string;
  /** The vendor's own correlation id, where it has one. */
  vendorCorrelationId?: string;
  /** The vendor's own ids of the entry and of the one that it corrects, where an entry can be corrected by a later one. */
  entry?: { id: string; corrects?: string };
  /**
   * When the system was last seen to say so, where that is not when it happened: what it says again and again is judged by
   * this. Of a full extract's rows the hub fills both in.
   */
  observedAt?: Instant;
  /** No message says so: it follows from a row that is not in the extract any more, or is there still. */
  inferredFrom?: 'absence' | 'presence';
  /** Where it happened, or who is affected. */
  home?: HomeLocator;
  /** The home suspected of causing it. */
  source?: HomeLocator;
  persons?: readonly PersonReference[];
  /**
   * A warning in a word of the system's list, which may be what the hub told it, coming back. Absent where a case of the
   * system's own says so, such as a complaint that was received: that is news, whatever the system was told.
   */
  mayEcho?: true;
  /** Of what is about a person: where they live as the system thinks. It tells who is meant where the system's key does not. */
  livesAt?: HomeLocator;
}

/** One thing that is wrong with an item: where, what, and what was expected. */
export interface Problem {
  /** JSON pointer or column heading. */
  path: string;
  message: string;
  expected?: string;
  /** The offending value, for codes only: never a name, a date of birth or free text. */
  received?: string;
}

/** The events of an item, or what is wrong with it: for its sender to correct, unless it says otherwise. Then it is kept. */
export type Translation =
  | { ok: true; events: EventDraft[] }
  | { ok: false; problems: Problem[]; isForSender?: false };

/**
 * A full extract of what is open or in force, sent again and again: the hub compares it with the last one and has the
 * adapter say what each difference means. Rows are compared cell by cell, in the columns that are declared here alone.
 */
export interface SnapshotFeed<Row = unknown> {
  /** The columns that the hub reads, with the accepted spellings of each heading. */
  columns: Readonly<Record<string, readonly [string, ...string[]]>>;
  /** The columns that tell one row from another. */
  key: readonly [string, ...string[]];
  /** A row's filled cells by column. */
  rowSchema: z.ZodType<Row>;
  /** What a row means that the last file did not have; `seen` is when the extract was handed in. */
  appeared(row: Row, seen: HappenedAt): EventDraft[];
  /** What it means that a row differs from the last file's; nothing where that concerns no other team. */
  changed(before: Row, after: Row, seen: HappenedAt): EventDraft[];
  /** What it means that a row of the last file is gone. */
  disappeared(before: Row, seen: HappenedAt): EventDraft[];
  /**
   * The flags that a row says, where it says any: while it is there it confirms them from time to time, so that they do not
   * grow old. That keeps what stands, and brings back nothing that was withdrawn or cleared.
   */
  confirmed?(row: Row, seen: HappenedAt): DraftOf<'housing.flag.asserted.v1'>[];
}

/** A flag announcement in a system's own format or as a plain CloudEvent, ready to send. */
export interface OutboundMessage {
  contentType: 'application/json' | 'application/cloudevents+json';
  body: unknown;
}

/** What a translation to a system's format may look up: that system's own key of each home. */
export interface OutboundContext {
  system: SystemName;
  referenceOf(uprn: Uprn): LocalReference | undefined;
}

/** A local code of a system's own flag list and the code of the taxonomy that it means. */
export interface LocalFlagCode {
  local: string;
  /** The list that the local code belongs to, where a system keeps more than one. */
  list: string;
  code: FlagCode;
  /** The system marks it as temporary. */
  temporary?: true;
  /**
   * How the system says it, where not in this word: by what it reports of a case, or never, because a rule of the hub or
   * another team says it and the system is only told.
   */
  said?: 'by-case' | 'never';
}

/** A source system's adapter: one folder, pure functions over that system's real payloads. */
export interface Adapter<Item = unknown> {
  manifest: SystemManifest;
  flagCodes: readonly LocalFlagCode[];
  /** Takes a JSON document or the rows of a sheet apart into items; what it was wrapped in on its way is off already. */
  itemsOf(document: unknown): readonly unknown[];
  /** Why a sheet with these headings has nothing that can be read, if so: it is said once, not of every row. */
  problemWithHeadings?(headings: readonly string[]): string | undefined;
  /** The vendor's own shape of one item. */
  itemSchema: z.ZodType<Item>;
  /**
   * Fields that are known and not used, with all that is in them: `eventData.newData.paymentReference`. Any other field that
   * the schema does not have is counted and shown to operators.
   */
  ignored: readonly string[];
  /** Of a sheet: the column that a heading stands over, where it is a known one. */
  columnOf?(heading: string): string | undefined;
  /** Vendor item to shared events; pure. `heard`, when the hub heard it, is the time of what bears none. */
  inbound(item: Item, heard?: HappenedAt): Translation;
  /** The word in which the system is told of a flag on a home or a person. Without it that is the shared code. */
  wordFor?(code: FlagCode, on: 'home' | 'person'): string;
  /** The one of those words that means anything for which there is no other, and so nothing by itself. */
  otherWord?: string;
  /** How many characters the system's field for that word takes, where it is short. */
  wordWidth?: number;
  /** Shared flag announcement to the vendor's format; pure. Without it the system is sent the CloudEvent itself. */
  outbound?(event: HubFlagEvent, context: OutboundContext): OutboundMessage;
  /** That something the system sent waits in quarantine, in its format; pure. Without it, it is sent the CloudEvent. */
  held?(event: HubQuarantineEvent): OutboundMessage;
  /** How to read each of the manifest's full extracts. */
  snapshots?: Readonly<Record<string, SnapshotFeed>>;
}
