import type { Clients } from '../../shell/clients.ts';
import { environmentOf, positiveSetting, setting, type Variables } from '../../shell/environment.ts';
import { claimNamesSetting } from '../../shell/http/claim-names.ts';
import { answering } from '../../shell/http/serve.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeAuditReader } from '../../shell/tables/audit/reader.ts';
import { makeAuditWriter } from '../../shell/tables/audit/writer.ts';
import { type AuditDeps, auditEndpoints } from './list-reads.ts';

type AuditShell = Machine & Pick<Clients, 'documentClient'>;

/** Wires the function that answers data protection. */
export function makeAuditFunction(variables: Variables, shell: AuditShell) {
  const environment = environmentOf(
    {
      AUDIT_TABLE: setting,
      AUDIT_DAYS: positiveSetting,
      ROLE_CLAIM: setting,
      CLAIM_NAMES: claimNamesSetting,
    },
    variables,
  );
  const table = { client: shell.documentClient(), tableName: environment.AUDIT_TABLE };
  const tokens = { roleClaim: environment.ROLE_CLAIM, claimNames: environment.CLAIM_NAMES };
  const deps: AuditDeps = {
    reader: makeAuditReader(table),
    // Rows of the audit hold nothing that anybody said of a person.
    decrypt: value => Promise.resolve(value),
    audit: makeAuditWriter({ ...table, keepDays: environment.AUDIT_DAYS }),
    tokens,
    now: shell.now,
  };
  return answering(auditEndpoints, deps, tokens);
}
