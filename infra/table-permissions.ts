import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { manifests } from '../functions/adapters/manifests.ts';
import type { Operation } from '../functions/shell/tables/table.ts';
import { bundlesOf } from './bundles.ts';
import { type Cfn, mergedTemplate, type Template } from './merged-template.ts';
import { settingsOf } from './settings.ts';
import { addStacks } from './stacks/all-stacks.ts';
import { stageFiles } from './stages/all-stages.ts';

/** A table by its declared name, and the index of it that is read, if one is. */
export interface Place {
  table: string;
  index?: string | undefined;
}
/** Whether a function's role allows an operation on a table. */
export type May = (functionName: string, operation: Operation, place: Place) => boolean;

/** What IAM calls the operations that it does not call by their own names. */
const actions: Partial<Record<Operation, string>> = {
  TransactGetItems: 'GetItem',
  TransactWriteItems: 'PutItem',
  stream: 'GetRecords',
};

/** Reads from the stacks as they are deployed what each function may do with tables. */
export function tablePermissions(): May {
  const { Resources: resources } = template();
  const allowed = new Map<string, Set<string>>();
  for (const { Type, Properties } of Object.values(resources)) {
    if (Type !== 'AWS::Lambda::Function') continue;
    const { Role, Code: code } = Properties;
    const own: Cfn[] = resources[Role['Fn::GetAtt'][0]]?.Properties.Policies ?? [];
    const name = code.ZipFile;
    allowed.set(name, new Set([...(allowed.get(name) ?? []), ...own.flatMap(permissionsIn)]));
  }
  return (name, operation, { table, index }) => {
    const part = operation === 'stream' ? '/stream' : index === undefined ? '' : `/index/${index}`;
    return allowed.get(name)?.has(`dynamodb:${actions[operation] ?? operation} ${table}${part}`) ?? false;
  };
}

/** The stacks with the name of each function as its code: nothing is bundled. */
function template(): Template {
  const bundles = bundlesOf(({ name }) => Code.fromInline(name));
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  const settings = settingsOf('dev', stageFiles.dev, manifests);
  addStacks(app, { settings, manifests, bundles });
  return mergedTemplate(app.synth().stacks.map(stack => stack.template));
}

function permissionsIn({ PolicyDocument }: Cfn): string[] {
  return PolicyDocument.Statement.flatMap(({ Action, Resource: on }: Cfn) =>
    [on].flat().flatMap(resource => [Action].flat().map(action => `${action} ${placeOf(resource)}`)),
  );
}

/** `Records`, `Records/stream`, `Records/index/due`; CDK adds a hash to the name of the construct. */
function placeOf(resource: Cfn): string {
  const joined: unknown[] = resource['Fn::Join']?.[1] ?? [resource];
  return joined.map(part => (typeof part === 'string' ? part : attributeOf(part))).join('');
}

function attributeOf(part: Cfn): string {
  const [id = '', attribute] = part['Fn::GetAtt'] ?? [];
  const name = id.replace(/^Storage/, '').replace(/[0-9A-F]{8}$/, '');
  return attribute === 'StreamArn' ? `${name}/stream` : name;
}
