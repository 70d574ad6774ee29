import { flagId } from '../../../../functions/core/flags/flag-id.ts';
import { makeSubjectReader } from '../../../../functions/shell/tables/records/subject-reader.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import { memoryMoved } from '../../../support/memory-moved.ts';
import { routed } from '../../../support/routed.ts';
import type { Decision } from '../world/act.ts';
import { tables } from './functions.ts';
import type { Hub } from './hub.ts';
import type { Taken } from './refusal.ts';

/** Two managers: one decides, and the other agrees where a second person has to. */
export function decisionTaker({ clients, machine, functions, clock }: Hub) {
  const client = clients.documentClient();
  const subjects = makeSubjectReader({
    client,
    tableName: tables.RECORDS_TABLE,
    pause: () => Promise.resolve(),
    moved: memoryMoved(),
  });
  const post = async (path: string, body: object, name: string, version?: number) => {
    clock.work();
    const event = {
      ...{ version: '2.0', rawPath: path, body: JSON.stringify(body), ...routed('POST', path) },
      headers: { 'idempotency-key': machine.newId(), ...(version && { 'if-match': `"${version}"` }) },
      requestContext: {
        requestId: machine.newId(),
        http: { method: 'POST', path },
        authorizer: { jwt: { claims: { role: 'manager', sub: name, scope: 'lintel/write' } } },
      },
    };
    return (await functions.decide(event as never)) as { statusCode: number; body: string };
  };
  const versionOf = async (code: Decision['code'], on: Subject) =>
    (await subjects.subjects([on])).get(on)?.flags[code]?.version;
  return async ({ act, code, on, until }: Decision): Taken => {
    const subject = on as Subject;
    const id = encodeURIComponent(flagId({ code, on: subject }));
    const [kind, ref = ''] = on.split('/');
    const reason = 'As agreed at the weekly meeting';
    const raised = `/v1/${kind === 'person' ? 'persons' : 'properties'}/${encodeURIComponent(ref)}/flags`;
    const { statusCode: status, body } =
      act === 'raise'
        ? await post(raised, { code, basis: reason }, 'A')
        : await post(
            `/v1/flags/${id}/${act}`,
            { reason, ...(until && { until }) },
            'A',
            await versionOf(code, subject),
          );
    if (status !== 202) return status < 300 ? undefined : { status, body };
    const agreed = await post(`/v1/flags/${id}/approve`, { reason }, 'B', await versionOf(code, subject));
    return agreed.statusCode < 300 ? undefined : { status: agreed.statusCode, body: agreed.body };
  };
}
