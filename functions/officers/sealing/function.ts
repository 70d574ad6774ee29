import type { Clients } from '../../shell/clients.ts';
import { environmentOf, positiveSetting, setting, type Variables } from '../../shell/environment.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeSealStore } from '../../shell/seal-store.ts';
import { makeReadAuditDay } from '../../shell/tables/audit/day-reader.ts';
import { makeSealAudit } from './seal-audit.ts';

type SealingShell = Pick<Machine, 'now'> & Pick<Clients, 'documentClient' | 's3Client'>;

/** Wires the function that seals the audit at night. */
export function makeSealingFunction(variables: Variables, shell: SealingShell) {
  const environment = environmentOf(
    {
      AUDIT_TABLE: setting,
      AUDIT_DAYS: positiveSetting,
      SEALS_BUCKET: setting,
      COPY_BUCKET: setting.optional(),
    },
    variables,
  );
  const client = shell.s3Client();
  const own = makeSealStore({ client, bucket: environment.SEALS_BUCKET });
  const copy =
    environment.COPY_BUCKET === undefined
      ? undefined
      : makeSealStore({ client, bucket: environment.COPY_BUCKET });
  return makeSealAudit({
    rowsOf: makeReadAuditDay({ client: shell.documentClient(), tableName: environment.AUDIT_TABLE }),
    places: copy === undefined ? [own] : [own, copy],
    copy,
    keptDays: environment.AUDIT_DAYS,
    now: shell.now,
  });
}
