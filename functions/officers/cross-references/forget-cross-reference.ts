import { waitingKey } from '../../core/quarantine/waits-for.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { idempotencyKeyHeader } from '../../shell/http/idempotency-key.ts';
import { defineEndpoint } from '../properties/sources.ts';
import { refuseUnlessVisible } from './access.ts';
import { forgetRequest, forgottenResponse } from './contract.ts';

export const forgetCrossReference = defineEndpoint({
  method: 'POST',
  path: '/v1/cross-references/forget',
  scopes: ['lintel/write'],
  tag: 'Quarantine',
  summary: 'Forget what a system’s key means: what followed from it is asked about again',
  headers: idempotencyKeyHeader,
  body: forgetRequest,
  answers: { 200: { description: 'Forgotten', schema: forgottenResponse } },
  problems: { 403: 'The system is not of the team’s', 404: 'The key was never learnt, or is forgotten' },
  shows: 'nothing',
  run: async (deps, { viewer, reading, body: { system, key } }) => {
    refuseUnlessVisible(deps, viewer, system);
    const [at, by] = [deps.now(), { officer: reading.officer, role: reading.role }];
    const learnt = await deps.crossReferences.find(system, key);
    if (learnt === undefined || !(await deps.crossReferences.forget(learnt, { at, by }))) {
      const detail = `Nothing is learnt of the key ${key} of ${system} now. GET /v1/cross-references lists what is.`;
      throw new ApiProblem({ status: 404, title: 'Not learnt', detail });
    }
    const waited = learnt.person === undefined ? waitingKey({ home: key }) : key;
    const senders = learnt.person === undefined ? [system] : deps.systems;
    let askedAgain = 0;
    for (const sender of senders)
      for await (const item of deps.quarantine.answered(sender, waited))
        if (await deps.resolver.askAgain(item, { at, by, forgotten: true })) askedAgain += 1;
    return { answer: { forgottenAt: at, askedAgain } };
  },
});
