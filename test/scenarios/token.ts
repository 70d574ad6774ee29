import { parseArgs } from 'node:util';
import { roleSchema } from '../../functions/core/views/roles.ts';
import { findAddress } from './local-hub-file.ts';
import { officerToken } from './officer.ts';

/** Prints a token of a role for the hub that runs on this machine: `npm run token -- --role repairs-officer`. */
const { values } = parseArgs({ options: { role: { type: 'string' } } });
const role = roleSchema.safeParse(values.role);
if (role.success) await printToken(role.data);
else
  fail(
    `Give one of these roles, as in npm run token -- --role manager:\n  ${roleSchema.options.join('\n  ')}`,
  );

async function printToken(known: Parameters<typeof officerToken>[0]): Promise<void> {
  const address = findAddress();
  const answer =
    address &&
    (await fetch(`${address.issuerUrl}/users/token`, {
      method: 'POST',
      body: JSON.stringify(officerToken(known)),
    }).catch(() => undefined));
  if (!answer?.ok) return fail('No hub is running on this machine: start one with npm start.');
  const { access_token } = (await answer.json()) as { access_token: string };
  process.stdout.write(`${access_token}\n`);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
