import { parseArgs } from 'node:util';
import { stackNames } from './stacks/stack-name.ts';
import { type Stage, stageFiles, stageOf, stages } from './stages/all-stages.ts';
import type { StageFile } from './stages/stage-file.ts';

/** What was asked for on the command line. */
export interface DeployRequest {
  stage: Stage;
  /** The changes for the worse that whoever deploys has read and wants all the same. */
  accepted: ReadonlySet<string>;
  /** For the CDK's own command line. */
  others: readonly string[];
}

/**
 * Reads `--stage <stage> [--accept <change>]… [-- anything for cdk deploy]`.
 * @throws {Error} saying what is missing or wrong and how to give it
 */
export function deployRequest(
  given: readonly string[],
  files: Readonly<Record<Stage, StageFile>> = stageFiles,
): DeployRequest {
  const { values, positionals } = parseArgs({
    args: [...given],
    options: { stage: { type: 'string' }, accept: { type: 'string', multiple: true } },
    allowPositionals: true,
  });
  if (values.stage === undefined)
    throw new Error(`Say which stage: npm run deploy -- --stage ${stages.join('|')}`);
  const stage = stageOf(values.stage);
  if (files[stage].tokens === undefined) {
    throw new Error(
      `infra/stages/${stage}.ts says no tokens, { issuer, audiences }: without them nobody could use the hub`,
    );
  }
  return { stage, accepted: new Set(values.accept), others: positionals };
}

/**
 * The arguments of the CDK's command line: all stacks of the stage, as they were synthesised. Parameters have what the stage's
 * file says, and not what they had before.
 */
export function cdkArguments(assembly: string, others: readonly string[]): string[] {
  return ['deploy', '--app', assembly, '--all', '--no-previous-parameters', ...others];
}

/**
 * The arguments of the CDK's command line that destroy a stage, or the stack of one system before its line is taken out.
 * @throws {Error} saying what is missing or wrong
 */
export function destroyArguments(
  { stage: named, system }: { stage?: string | undefined; system?: string | undefined },
  systems: readonly string[],
  others: readonly string[],
): string[] {
  if (named === undefined) throw new Error(`Say which stage: npm run destroy -- --stage ${stages.join('|')}`);
  const stage = stageOf(named);
  if (system !== undefined && !systems.includes(system))
    throw new Error(`There is no system ${system}: give one of ${systems.join(', ')}`);
  const which = system === undefined ? ['--all'] : [stackNames.system(stage, system), '--exclusively'];
  return ['destroy', ...which, '--context', `stage=${stage}`, ...others];
}
