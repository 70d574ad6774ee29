import { systemNameSchema } from '../../../schemas/reference.ts';
import { isWorkOrderKey } from '../../core/identity/work-order-key.ts';
import { quarantinedEvent } from '../../core/quarantine/quarantined-event.ts';
import { learntFrom, readWaitingKey } from '../../core/quarantine/waits-for.ts';
import { wasOpened } from '../../core/record/never-raised.ts';
import { HubError } from '../../shell/errors.ts';
import type { Publish } from '../../shell/publisher.ts';
import type { CrossReferences } from '../../shell/tables/directory/cross-references.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';
import type { QuarantineItem, QuarantineSummary } from '../../shell/tables/quarantine/item.ts';
import type { SubjectReader } from '../../shell/tables/records/subject-reader.ts';
import { type ReleaseDeps, release } from './release.ts';

export interface WaitingDeps extends ReleaseDeps {
  publish: Publish;
  crossReferences: CrossReferences;
  directory: Pick<Directory, 'byReference' | 'placesOf'>;
  records: Pick<SubjectReader, 'rows'>;
}

/**
 * What follows when an item waits: the hub announces it, and looks once whether what it waits for came to be known while
 * it was being put away. Whoever makes it known looks for items afterwards: one of the two finds the other.
 * @throws {HubError} when the bus does not take the announcement.
 */
export async function onWaiting(deps: WaitingDeps, item: QuarantineItem): Promise<void> {
  const event = quarantinedEvent({ ...item, timesBack: item.resolutions.length }, deps.now());
  const unpublished = await deps.publish([event]);
  if (unpublished.length > 0) throw new HubError('The bus did not take an announcement', { retryable: true });
  await releaseIfAnswered(deps, item);
}

/** Lets an item go on when what it waits for is known. */
export async function releaseIfAnswered(deps: WaitingDeps, item: QuarantineSummary): Promise<void> {
  const because = item.key === undefined ? undefined : await answerTo(deps, item.system, item.key);
  if (because !== undefined) await release(deps, item, because);
}

/** What has answered a key already: the item whose resolution did, or the event that opened the case. */
async function answerTo(
  { crossReferences, directory, records }: WaitingDeps,
  system: string,
  key: string,
): Promise<string | undefined> {
  const waitsFor = readWaitingKey(key);
  if (waitsFor === undefined) return undefined;
  if (!('case' in waitsFor)) {
    const learnt = learntFrom(waitsFor, system);
    const known = learnt && (await crossReferences.find(learnt.system, learnt.key))?.because;
    return known ?? ('home' in waitsFor ? whereRaised(directory, system, waitsFor.home) : undefined);
  }
  const [row] = await records.rows(waitsFor.subject, [waitsFor.case]);
  return wasOpened(row) ? waitsFor.case : undefined;
}

/** A work order that was raised meanwhile answers where it is, unless that is at several homes. */
async function whereRaised(
  directory: WaitingDeps['directory'],
  system: string,
  key: string,
): Promise<string | undefined> {
  if (!isWorkOrderKey(key)) return undefined;
  const { uprns } = await directory.byReference(systemNameSchema.parse(system), key);
  return uprns.length === 1 ? key : undefined;
}
