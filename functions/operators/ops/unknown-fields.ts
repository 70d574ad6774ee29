import type { UnknownField } from '../../shell/operations/unknown-fields.ts';
import type { NamedQueue } from './hub-parts.ts';

interface Deps {
  queues: readonly NamedQueue[];
  findUnknownFields: (logGroups: readonly string[]) => Promise<UnknownField[]>;
  print: (line: string) => void;
}

/** Lists what systems send that nobody reads, of one system or of all. @returns whether there is nothing of the kind. */
export async function listUnknownFields(
  { queues, findUnknownFields, print }: Deps,
  system: string | undefined,
): Promise<boolean> {
  const fields = await findUnknownFields([...new Set(queues.flatMap(({ logGroups }) => logGroups))]);
  const asked = fields.filter(field => system === undefined || field.system === system);
  for (const { system: sender, kind, path, lines, firstSeen, lastSeen } of asked)
    print(`${sender}  ${path}  (${kind}): in ${lines} batches, first ${firstSeen}, last ${lastSeen}`);
  print(
    asked.length === 0
      ? 'Nothing that systems sent was left unread without being listed as unused'
      : `${asked.length} fields: read each in the adapter, or list it in its ignored.ts`,
  );
  return asked.length === 0;
}
