import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { adapters } from '../functions/adapters/registry.ts';
import type { Operation } from '../functions/shell/tables/table.ts';
import { type Bundles, functionNames } from './bundles.ts';
import { settingsOf } from './settings.ts';
import { LintelStack } from './stacks/lintel-stack.ts';

/** A table by its declared name, and the index of it that is read, if one is. */
export interface Place {
  table: string;
  index?: string | undefined;
}
/** Whether a function's role allows an operation on a table. */
export type May = (functionName: string, operation: Operation, place: Place) => boolean;

type Resource = ReturnType<Template['findResources']>[string];

/** What IAM calls the operations that it does not call by their own names. */
const actions: Partial<Record<Operation, string>> = { TransactWriteItems: 'PutItem', stream: 'GetRecords' };

/** Reads from the stack as it is deployed what each function may do with tables. */
export function tablePermissions(): May {
  const template = Template.fromStack(stack());
  const roles = template.findResources('AWS::IAM::Role');
  const allowed = new Map<string, Set<string>>();
  for (const lambda of Object.values(template.findResources('AWS::Lambda::Function'))) {
    const { Role, Code: code }: Resource = lambda['Properties'];
    const role = Role['Fn::GetAtt'][0];
    const own: Resource[] = roles[role]?.['Properties'].Policies ?? [];
    const name = code.ZipFile;
    allowed.set(name, new Set([...(allowed.get(name) ?? []), ...own.flatMap(permissionsIn)]));
  }
  return (name, operation, { table, index }) => {
    const part = operation === 'stream' ? '/stream' : index === undefined ? '' : `/index/${index}`;
    return allowed.get(name)?.has(`dynamodb:${actions[operation] ?? operation} ${table}${part}`) ?? false;
  };
}

/** The stack with the name of each function as its code: nothing is bundled. */
function stack(): LintelStack {
  const manifests = adapters.map(({ manifest }) => manifest);
  const bundles = Object.fromEntries<Code>(
    functionNames.map(name => [name, Code.fromInline(name)]),
  ) as Bundles;
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  const settings = settingsOf(key => app.node.tryGetContext(key), manifests);
  return new LintelStack(app, 'Lintel', { settings, manifests, bundles });
}

function permissionsIn({ PolicyDocument }: Resource): string[] {
  return PolicyDocument.Statement.flatMap(({ Action, Resource: on }: Resource) =>
    [on].flat().flatMap(resource => [Action].flat().map(action => `${action} ${placeOf(resource)}`)),
  );
}

/** `Records`, `Records/stream`, `Records/index/due`; CDK adds a hash to the name of the construct. */
function placeOf(resource: Resource): string {
  const joined: unknown[] = resource['Fn::Join']?.[1] ?? [resource];
  return joined.map(part => (typeof part === 'string' ? part : attributeOf(part as Resource))).join('');
}

function attributeOf(part: Resource): string {
  const [id = '', attribute] = part['Fn::GetAtt'] ?? [];
  const name = id.replace(/^Storage/, '').replace(/[0-9A-F]{8}$/, '');
  return attribute === 'StreamArn' ? `${name}/stream` : name;
}
