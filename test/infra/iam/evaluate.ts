import { type Arns, account } from './arns.ts';
import type { Attached, Statement } from './statements.ts';

/** Who asks for what, and what AWS knows of the request: condition keys and their values. */
export interface Request {
  by: { service: string } | { role: string };
  action: string;
  resource: string;
  context: Readonly<Record<string, string | readonly string[]>>;
}

const list = <Value>(value: Value | Value[] | undefined): Value[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** IAM's wildcards: `*` for any text, `?` for one character; letters of an action may be of either case. */
function matches(pattern: string, text: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}

type Operator = (wanted: string, value: string) => boolean;

/** What a condition asks of one value. An operator that is not here fails the test that meets it. */
const operators: Readonly<Record<string, Operator>> = {
  ArnEquals: matches,
  ArnLike: matches,
  StringEquals: (wanted, value) => wanted === value,
  StringLike: matches,
  Bool: (wanted, value) => wanted === value,
  NumericLessThan: (wanted, value) => Number(value) < Number(wanted),
};

/**
 * Decides requests as IAM does within one account: a Deny decides; a service needs an Allow of the resource's own policy;
 * a role needs one of its own and, for a key, one of the key's.
 *
 * @returns whether the request is allowed
 */
export function makeEvaluate(arns: Arns) {
  return (attached: readonly Attached[], request: Request): boolean => {
    const holds = ({ statement }: Attached) => applies(statement, request, arns);
    const ofResource = attached.filter(({ to }) => to === request.resource).filter(holds);
    const own = 'role' in request.by ? request.by.role : undefined;
    const ofRole = attached
      .filter(({ to, statement }) => to === own && statement.Principal === undefined)
      .filter(holds);
    if ([...ofResource, ...ofRole].some(({ statement }) => statement.Effect === 'Deny')) return false;
    if (own === undefined) return ofResource.length > 0;
    return ofRole.length > 0 && (ofResource.length > 0 || !request.action.startsWith('kms:'));
  };
}

function applies(statement: Statement, request: Request, arns: Arns): boolean {
  return (
    list(statement.Action).some(action => matches(action.toLowerCase(), request.action.toLowerCase())) &&
    list(statement.Resource).some(resource => matches(arns.read(resource), request.resource)) &&
    isAbout(statement.Principal, request.by, arns) &&
    Object.entries(statement.Condition ?? {}).every(([operator, asked]) =>
      Object.entries(asked).every(([key, wanted]) =>
        meets(operator, list(wanted).map(arns.read), request.context[key]),
      ),
    )
  );
}

function isAbout(principal: Statement['Principal'], by: Request['by'], arns: Arns): boolean {
  if (principal === undefined || principal === '*') return true;
  if ('service' in by)
    return list(principal.Service).includes(by.service) || list(principal.AWS).includes('*');
  const admitted = list(principal.AWS).map(arns.read);
  return ['*', by.role, `arn:aws:iam::${account}:root`].some(one => admitted.includes(one));
}

/**
 * A key that the request does not have meets no condition, except of all its values, of it if it exists, and that it is
 * not there.
 */
function meets(named: string, wanted: string[], value: string | readonly string[] | undefined): boolean {
  if (named === 'Null') return wanted.includes(String(value === undefined));
  const name = named.replace(/^ForAllValues:/, '').replace(/IfExists$/, '');
  const operator = operators[name];
  if (operator === undefined) throw new Error(`What does the operator ${named} ask? Say it in evaluate.ts`);
  if (value === undefined) return name !== named;
  return [value].flat().every(one => wanted.some(pattern => operator(pattern, one)));
}
