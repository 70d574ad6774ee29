import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type SystemName, type Uprn, uprnSchema } from '../../../schemas/reference.ts';
import { addressKeyOf, normalisePostcode } from '../../core/identity/address-key.ts';
import { type Place, placeSchema } from '../../core/identity/place.ts';
import { batchGet, type Table } from './batch.ts';
import { leadsTo, placeKey } from './keys.ts';

const leadSchema = z.object({ uprn: uprnSchema, postcode: z.string() });
type Lead = z.infer<typeof leadSchema>;

/** Looks homes up in the gazetteer. Which home is meant is never guessed: several answers are several answers. */
export interface Directory {
  /** The places that exist among the given ones. */
  placesOf(uprns: Iterable<Uprn>): Promise<Map<Uprn, Place>>;
  /** The retired homes that a home succeeded, at once or through others that are retired too. */
  predecessorsOf(uprn: Uprn): Promise<Uprn[]>;
  /** The homes that a system knows under a reference of its own. */
  byReference(system: SystemName, reference: string): Promise<Uprn[]>;
  /** The homes that a one-line address can mean; a postcode in it rules out homes elsewhere. */
  byAddress(address: string): Promise<Uprn[]>;
  /** Every home of a postcode. */
  byPostcode(postcode: string): Promise<Uprn[]>;
}

/** Makes the reader of the directory table. */
export function makeDirectory(table: Table): Directory {
  const leads = async (pk: string): Promise<Lead[]> => {
    const pages = paginateQuery(
      { client: table.client },
      {
        TableName: table.tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      },
    );
    const found: Lead[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map(item => leadSchema.parse(item)));
    return found;
  };
  return {
    async placesOf(uprns) {
      const keys = [...new Set(uprns)].map(placeKey);
      const items = await batchGet(table, keys, { consistent: false });
      return new Map(items.map(item => placeSchema.parse(item)).map(place => [place.uprn, place]));
    },
    async predecessorsOf(uprn) {
      const met = new Set([uprn]);
      for (const successor of met)
        for (const predecessor of await leads(leadsTo.successor(successor))) met.add(predecessor.uprn);
      met.delete(uprn);
      return [...met];
    },
    async byReference(system, reference) {
      return (await leads(leadsTo.reference(system, reference))).map(({ uprn }) => uprn);
    },
    async byAddress(text) {
      const address = addressKeyOf(text);
      if (address === undefined) return [];
      const found = await leads(leadsTo.address(address.key));
      return found.filter(lead => fits(lead, address.postcode)).map(({ uprn }) => uprn);
    },
    async byPostcode(text) {
      const postcode = normalisePostcode(text);
      return postcode === undefined ? [] : (await leads(leadsTo.postcode(postcode))).map(({ uprn }) => uprn);
    },
  };
}

function fits(lead: Lead, postcode: string | undefined): boolean {
  return postcode === undefined || lead.postcode === '' || lead.postcode === postcode;
}
