import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { comparedKey } from '../../../../schemas/key-text.ts';
import type { SystemName, Uprn } from '../../../../schemas/reference.ts';
import type { CrossReference } from '../../../core/identity/cross-reference.ts';
import { keys } from '../../../core/identity/lead-keys.ts';
import { homesPerLookUp } from '../../../core/identity/look-ups.ts';
import type { AddressMatch } from '../../../core/identity/match-address.ts';
import { type Place, placeSchema } from '../../../core/identity/place.ts';
import { normalisePostcode } from '../../../core/identity/postcode.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { findAddress, type LookUp } from './find-address.ts';
import { addressedSchema, leadSchema, learntSchema } from './items.ts';
import { leadsTo, learntKey, placeKey } from './keys.ts';

/** A system and a key of its own. */
export type LearntKey = Pick<CrossReference, 'system' | 'key'>;
/** What a key was said to mean, or is no longer said to. */
export type LearntAs = Omit<CrossReference, 'system'>;

/** The homes that a reference means, and what taught the hub that, where somebody did. */
export interface Referred {
  uprns: Uprn[];
  learnt?: Pick<CrossReference, 'learntAt' | 'again'>;
}

/** A key of a system as one text. */
export function nameOfKey({ system, key }: LearntKey): string {
  return `${system} ${comparedKey(key)}`;
}

/** Looks homes up in the gazetteer. Which home is meant is never guessed: several answers are several answers. */
export interface Directory {
  /** The places that exist among the given ones. */
  placesOf(uprns: Iterable<Uprn>): Promise<Map<Uprn, Place>>;
  /** The homes in a block, retired ones too; none in what is no block. */
  homesIn(block: Uprn): Promise<Uprn[]>;
  /** The retired homes that a home succeeded, at once or through others that are retired too. */
  predecessorsOf(uprn: Uprn): Promise<Uprn[]>;
  /** The homes that a system knows under a reference of its own; only the one that people taught the hub, if they did. */
  byReference(system: SystemName, reference: string): Promise<Referred>;
  /** What people said that keys of systems mean, and of what was forgotten since, by `nameOfKey`. */
  learnt(keys: readonly LearntKey[]): Promise<Map<string, LearntAs>>;
  /** What an address means: one home beyond doubt, several or none, with those that come near it and the reasons. */
  byAddress(address: string): Promise<AddressMatch>;
  /** Every home of a postcode. */
  byPostcode(postcode: string): Promise<Uprn[]>;
}

/** Makes the reader of the directory table. */
export function makeDirectory(table: Table): Directory {
  const referred = async (pk: string): Promise<Referred> => {
    const pages = paginateQuery(
      { client: table.client },
      {
        TableName: table.tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      },
    );
    const found: z.infer<typeof leadSchema>[] = [];
    for await (const { Items = [] } of pages)
      found.push(...Items.map(item => readItem(table.tableName, leadSchema, item)));
    const learnt = found.find(
      ({ learntAt, forgottenAt }) => learntAt !== undefined && forgottenAt === undefined,
    );
    const listed = found.filter(({ learntAt }) => learntAt === undefined);
    if (learnt?.learntAt === undefined) return { uprns: listed.map(({ uprn }) => uprn) };
    const { uprn, learntAt, again } = learnt;
    return { uprns: [uprn], learnt: { learntAt, again } };
  };
  const leads = async (pk: string) => (await referred(pk)).uprns;
  const lookUp: LookUp = async ({ partition, sort }) => {
    const within = sort === '' ? '' : ' AND begins_with(sk, :sk)';
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.tableName,
        KeyConditionExpression: `pk = :pk${within}`,
        ExpressionAttributeValues: { ':pk': partition, ...(sort !== '' && { ':sk': sort }) },
        Limit: homesPerLookUp,
      }),
    );
    return Items.map(item => readItem(table.tableName, addressedSchema, item));
  };
  return {
    async placesOf(uprns) {
      const keys = [...new Set(uprns)].map(placeKey);
      const items = await batchGet(table, keys, { consistent: false });
      return new Map(
        items.map(item => readItem(table.tableName, placeSchema, item)).map(place => [place.uprn, place]),
      );
    },
    homesIn: block => leads(leadsTo.block(block)),
    async predecessorsOf(uprn) {
      const met = new Set([uprn]);
      for (const successor of met)
        for (const predecessor of await leads(leadsTo.successor(successor))) met.add(predecessor);
      met.delete(uprn);
      return [...met];
    },
    byReference: (system, reference) => referred(leadsTo.reference(system, reference)),
    async learnt(keys) {
      const distinct = new Map(keys.map(one => [nameOfKey(one), one]));
      const items = await batchGet(
        table,
        [...distinct.values()].map(({ system, key }) => learntKey(system, key)),
        { consistent: false },
      );
      const byPartition = new Map(
        items.map(item => [item['pk'], readItem(table.tableName, learntSchema, item)]),
      );
      return new Map(
        [...distinct].flatMap(([name, { system, key }]) => {
          const learnt = byPartition.get(learntKey(system, key).pk);
          return learnt === undefined ? [] : [[name, learnt]];
        }),
      );
    },
    byAddress: address => findAddress(address, lookUp),
    byPostcode(text) {
      const postcode = normalisePostcode(text);
      return postcode === undefined ? Promise.resolve([]) : leads(keys.inPostcode(postcode).partition);
    },
  };
}
