import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Uprn } from '../../../../schemas/reference.ts';
import { workOrderKey } from '../../../core/identity/work-order-key.ts';
import type { Table } from '../batch-requests.ts';
import { leadKey, leadsTo } from './keys.ts';

/** Keeps where work orders were raised, so that a message about one is placed though it names no home. */
export interface WorkOrderHomes {
  /** Raised at two homes under one reference, it leads to both, and an officer is asked. */
  note(system: string, reference: string, uprn: Uprn): Promise<void>;
}

/** Makes the writer of the leads from work orders to homes, beside those that the gazetteer has of a system's references. */
export function makeWorkOrderHomes({
  client,
  tableName,
}: Pick<Table, 'client' | 'tableName'>): WorkOrderHomes {
  return {
    async note(system, reference, uprn) {
      const Item = { ...leadKey(leadsTo.reference(system, workOrderKey(reference)), uprn), uprn };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
  };
}
