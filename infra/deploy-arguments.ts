import { type Stage, stageOf, stages } from './settings.ts';
import { stackNames } from './stacks/stack-name.ts';

/** A stack parameter that every deployment states, and the environment variable that it comes from. */
interface StatedParameter {
  variable: string;
  parameter: string;
  meaning: string;
  example: string;
  isValid: (value: string) => boolean;
}

const stated: readonly StatedParameter[] = [
  {
    variable: 'OIDC_ISSUER',
    parameter: 'OidcIssuer',
    meaning: 'the issuer of your identity provider’s tokens, as in their "iss", over https',
    example: 'https://login.example.org/tenant',
    isValid: value => URL.canParse(value) && new URL(value).protocol === 'https:',
  },
  {
    variable: 'OIDC_AUDIENCE',
    parameter: 'OidcAudience',
    meaning: 'the audience of those tokens, as in their "aud"',
    example: 'lintel',
    isValid: value => !/\s/.test(value),
  },
];

/**
 * Turns `--stage <stage> [anything for cdk deploy]` into the arguments of the CDK command line: all stacks of the stage.
 * The issuer and audience come from `OIDC_ISSUER` and `OIDC_AUDIENCE`; `ROLE_CLAIM` is optional.
 *
 * @throws {Error} saying what is missing or wrong and how to give it
 */
export function deployArguments(
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  systems: readonly string[],
): string[] {
  const { stage, others } = takeStage(given);
  const core = stackNames.core(stage);
  const parameters = stated.map(
    entry => `${core}:${entry.parameter}=${statedValue(entry, stage, environment)}`,
  );
  const roleClaim = environment['ROLE_CLAIM'];
  const asking = [core, ...systems.map(system => stackNames.system(stage, system))];
  if (roleClaim) parameters.push(...asking.map(name => `${name}:RoleClaim=${roleClaim}`));
  return [
    'deploy',
    '--all',
    '--context',
    `stage=${stage}`,
    ...parameters.flatMap(parameter => ['--parameters', parameter]),
    ...others,
  ];
}

function takeStage(given: readonly string[]): { stage: Stage; others: string[] } {
  const at = given.findIndex(argument => argument === '--stage' || argument.startsWith('--stage='));
  const [, inline] = given[at]?.split('=') ?? [];
  const named = at === -1 ? undefined : (inline ?? given[at + 1]);
  if (named === undefined) {
    throw new Error(`Say which stage: npm run deploy -- --stage ${stages.join('|')}`);
  }
  return { stage: stageOf(named), others: given.toSpliced(at, inline === undefined ? 2 : 1) };
}

function statedValue(
  { variable, meaning, example, isValid }: StatedParameter,
  stage: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const value = environment[variable];
  const how = `${variable} is ${meaning}. Give it like this: ${variable}=${example} npm run deploy -- --stage ${stage}`;
  if (!value) throw new Error(`${variable} is missing. ${how}`);
  if (!isValid(value)) throw new Error(`${variable} cannot be ${JSON.stringify(value)}. ${how}`);
  return value;
}
