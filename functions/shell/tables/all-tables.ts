import { auditTable } from './audit/table.ts';
import { auditUse } from './audit/use.ts';
import { deliveriesTable } from './deliveries/table.ts';
import { deliveriesUse } from './deliveries/use.ts';
import { directoryTable } from './directory/table.ts';
import { directoryUse } from './directory/use.ts';
import { filesTable } from './files/table.ts';
import { filesUse } from './files/use.ts';
import { keysTable } from './keys/table.ts';
import { keysUse } from './keys/use.ts';
import { quarantineTable } from './quarantine/table.ts';
import { quarantineUse } from './quarantine/use.ts';
import { recordsTable } from './records/table.ts';
import { recordsUse } from './records/use.ts';
import type { TableDeclaration, TableUse } from './table.ts';

/** Every table of the hub with what is in it, in the order in which they are described. */
export const allTables: readonly { table: TableDeclaration; use: TableUse }[] = [
  { table: recordsTable, use: recordsUse },
  { table: directoryTable, use: directoryUse },
  { table: quarantineTable, use: quarantineUse },
  { table: deliveriesTable, use: deliveriesUse },
  { table: filesTable, use: filesUse },
  { table: auditTable, use: auditUse },
  { table: keysTable, use: keysUse },
];
