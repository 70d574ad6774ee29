import { inFile } from '../mutant.ts';

/** What a system answers, and what the hub makes of that. */
export const webhook = [
  ...inFile('shell/webhook.ts', [
    {
      name: 'failure taken for a receipt',
      find: "  if (ok) return { kind: 'taken', acknowledged: true };",
      replace: "  if (ok || status >= 500) return { kind: 'taken', acknowledged: true };",
      breaks: 'A system that answers 5xx counts as told.',
    },
    {
      name: 'not now taken for a receipt',
      find: "  if (ok) return { kind: 'taken', acknowledged: true };",
      replace: "  if (ok || status === 429) return { kind: 'taken', acknowledged: true };",
      breaks: 'A system that says “not now” counts as told.',
    },
    {
      name: 'silence taken for a receipt',
      find: '    } catch (error) {\n',
      replace:
        "    } catch (error) {\n      if (error !== undefined) return { kind: 'taken', acknowledged: true };\n",
      breaks: 'A system that cannot be reached counts as told.',
    },
    {
      name: 'not now taken for never',
      find: 'if (aboutTheMessage.has(status))',
      replace: 'if (status < 500)',
      breaks: 'A system that says “not now” has its message made a dead letter.',
    },
    {
      name: 'failure taken for never',
      find: 'if (aboutTheMessage.has(status))',
      replace: 'if (status >= 500)',
      breaks: 'A system that fails for a moment has its message made a dead letter.',
    },
    {
      name: 'silence taken for never',
      find: "{ kind: 'later', reason, unanswered: true }",
      replace: "{ kind: 'refused', reason }",
      breaks: 'A system that cannot be reached for a moment has its messages made dead letters.',
    },
  ]),
  ...inFile('delivery/deliver/send.ts', [
    {
      name: 'inbox taken for a receipt',
      find: "return { kind: 'taken', acknowledged: false };",
      replace: "return { kind: 'taken', acknowledged: true };",
      breaks: 'The hub believes that a system has what only lies in its inbox.',
    },
  ]),
  ...inFile('core/delivery/circuit.ts', [
    {
      name: 'probe that never ends',
      find: '  if (at < until) return {',
      replace: "  if (at < until || circuit.state === 'half-open') return {",
      breaks: 'After a probe that was killed, a system is never asked again.',
    },
    {
      name: 'circuit that never closes',
      find: "circuit.state === 'closed' && circuit.failures === 0 ? circuit : closed",
      replace: "circuit.state === 'closed' && circuit.failures === 0 ? circuit : circuit",
      breaks: 'A system that is back is asked one message at a time.',
    },
    {
      name: 'circuit open for a year',
      find: 'longestOpen: 15 * 60,',
      replace: 'longestOpen: 365 * 24 * 60 * 60,',
      breaks: 'A system that was out for a day is not asked for days after it is back.',
    },
  ]),
  ...inFile('core/delivery/times.ts', [
    {
      name: 'retried after days',
      find: 'cap: 20 * 60,',
      replace: 'cap: 7 * 24 * 60 * 60,',
      breaks: 'What failed often is tried again after days.',
    },
  ]),
  ...inFile('core/delivery/retry-policy.ts', [
    {
      name: 'never given up',
      find: '>= retryPolicy.givenUpAfterDays',
      replace: '>= 100 * retryPolicy.givenUpAfterDays',
      breaks: 'Nobody is told that a message could not be delivered for five days.',
    },
  ]),
];
