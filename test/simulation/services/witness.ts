import type { MemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';
import type { Answer, Call, Json, Process } from '../world/process.ts';
import type { Bucket } from './objects.ts';
import { type Place, placeOf, placesIn } from './places.ts';

/** Looks on at what services are asked: knows who has read what, and who has written. */
export interface Witness {
  /** Has a service do what it is asked. */
  watch(call: Call, serve: () => Answer): Answer;
  /** Hears what a process is invoked with: images of a stream are as good as read. */
  hear(process: Process, event: Json): void;
  /** Whether a process has read what lies there, of what nobody may write otherwise. */
  hasRead(process: Process, place: Place): boolean;
  /** What somebody wrote over who had not read it as it was, in words. */
  readonly unseen: readonly string[];
  /**
   * Has something happen once others than a process have written what lies at any of these places so many times.
   * @returns what has it happen no more
   */
  afterOthers(places: readonly Place[], by: Process, times: number, happen: () => void): () => void;
}

interface Awaited {
  readonly ids: ReadonlySet<string>;
  readonly by: Process;
  readonly happen: () => void;
  left: number;
}

/** As what something was read: whoever has, may write it. Nothing where nothing is there. */
type Known = unknown;

/** What is written only as it was read, by the rules of the hub. */
const locked: Readonly<Record<string, (place: Place) => boolean>> = {
  Records: ({ key }) => key.sk.S === 'RECORD',
  Files: () => true,
  Quarantine: ({ key }) => key.sk.S.startsWith('ITEM#'),
  history: () => true,
};
const isLocked = (place: Place) => locked[place.where]?.(place) === true;

/** What an item is known as: itself. That what was resolved was sent on, is noted over whatever its reader knows. */
function knownAs({ where }: Place, item: Json): Known {
  if (item === undefined || where !== 'Quarantine') return item;
  return `${item.resolutions?.L.length} ${item.state?.S === 'waiting' ? 'waits' : 'is on its way'}`;
}

/** Makes the witness of a world's tables and of its bucket of history. */
export function makeWitness(dynamodb: Pick<MemoryDynamoDb, 'serve'>, history: Bucket): Witness {
  const unseen: string[] = [];
  const awaited = new Set<Awaited>();
  /** As what each process ever read what. */
  const readBy = new WeakMap<Process, Map<string, Set<Known>>>();
  /** As what it was left by the last who wrote it as a process: what changes otherwise is no part of the hub. */
  const left = new Map<string, Known>();

  function present(place: Place): Known {
    const { where, key } = place;
    if (where === 'history') return history.serve('GET', { key }).headers?.['etag'];
    const { body } = dynamodb.serve('GetItem', { TableName: where, Key: key }) as Json;
    return knownAs(place, body.Item);
  }

  function know(process: Process, { id }: Place, known: Known): void {
    const own = readBy.get(process) ?? new Map<string, Set<Known>>();
    readBy.set(process, own);
    own.set(id, (own.get(id) ?? new Set()).add(known));
  }

  /** Notes as what a process has read the locked items of an answer, and what of it is not there. */
  function learn(call: Call, asked: readonly Place[], answer: Answer): void {
    const { process, service } = call;
    const found = service === 's3' ? [] : itemsIn(call, answer).filter(([place]) => isLocked(place));
    const ids = new Set(found.map(([{ id }]) => id));
    for (const [place, item] of found)
      if (isEnough(call, place, item)) know(process, place, knownAs(place, item));
    if (!isWhole(call)) return;
    for (const place of asked) if (!ids.has(place.id)) know(process, place, answer.headers?.['etag']);
  }

  /**
   * Compares what lay there with what whoever has just written it had ever read. Of an item in quarantine a message may
   * tell what its reader needs to know.
   */
  function judge({ process, operation }: Call, place: Place, before: Known): void {
    const after = present(place);
    if (after === before) return;
    const known = readBy.get(process)?.get(place.id);
    const isOfTheHub = left.has(place.id) && left.get(place.id) === before;
    const isJudged = isOfTheHub && (known !== undefined || place.where !== 'Quarantine');
    if (isJudged && known?.has(before) !== true)
      unseen.push(
        `${process.name} has written over ${place.id} by ${operation}, and had not read it as it was`,
      );
    know(process, place, after);
    left.set(place.id, after);
  }

  function notice(written: readonly Place[], by: Process): void {
    for (const one of awaited) {
      if (one.by === by || !written.some(({ id }) => one.ids.has(id))) continue;
      one.left -= 1;
      if (one.left > 0) continue;
      awaited.delete(one);
      one.happen();
    }
  }

  return {
    unseen,
    watch(call, serve) {
      if (call.service !== 'dynamodb' && call.service !== 's3') return serve();
      const { read, written } = placesIn(call);
      const before = written.filter(isLocked).map(place => [place, present(place)] as const);
      const answer = serve();
      const isRead = reading.test(call.operation);
      if (isRead && (call.service === 's3' || answer.status === 200))
        learn(call, read.filter(isLocked), answer);
      if (isRead || answer.status >= 300) return answer;
      for (const [place, was] of before) judge(call, place, was);
      notice(written, call.process);
      return answer;
    },
    hear(process, event) {
      for (const { dynamodb: { NewImage: image } = {} as Json } of event.Records ?? []) {
        const place = image === undefined ? undefined : placeOf('Quarantine', image);
        if (place !== undefined && isLocked(place)) know(process, place, knownAs(place, image));
      }
    },
    hasRead: (process, { id }) => readBy.get(process)?.has(id) === true,
    afterOthers(places, by, times, happen) {
      const one = { ids: new Set(places.map(({ id }) => id)), by, happen, left: times };
      awaited.add(one);
      return () => awaited.delete(one);
    },
  };
}

/** Operations that read tables and buckets. */
const reading = /^(Get|BatchGet|TransactGet|Query|Scan|GET$)/;

/** Whether what is answered is as it is: not parts of it, and not as an index has it. */
function isWhole({ body }: Call): boolean {
  const asked: Json[] = [body, ...Object.values(body.RequestItems ?? {})];
  return asked.every(one => (one.ProjectionExpression ?? one.IndexName) === undefined);
}

/** Whether an answer has enough of an item to know it: all of it, or what it is known as. */
function isEnough(call: Call, { where }: Place, item: Json): boolean {
  return where === 'Quarantine' ? (item.state && item.resolutions) !== undefined : isWhole(call);
}

/** The items in the answer of a table, each with where it lies. */
function itemsIn({ operation, body }: Call, { body: answer }: Answer): (readonly [Place, Json])[] {
  const placed = (table: string, items: readonly Json[] = []) =>
    items.filter(({ pk, sk }) => pk && sk).map(item => [placeOf(table, item), item] as const);
  switch (operation) {
    case 'GetItem':
      return placed(body.TableName, answer.Item && [answer.Item]);
    case 'TransactGetItems':
      return body.TransactItems.flatMap(({ Get }: Json, index: number) => {
        const { Item } = answer.Responses[index];
        return placed(Get.TableName, Item && [Item]);
      });
    case 'BatchGetItem':
      return Object.entries<Json[]>(answer.Responses).flatMap(([table, items]) => placed(table, items));
    default:
      return placed(body.TableName, answer.Items);
  }
}
