import { invalid, invalidParameter } from '../errors.ts';
import { checkCondition } from '../expressions/check-condition.ts';
import { holds } from '../expressions/evaluate.ts';
import { conditionOf, projectionOf } from '../expressions/parsed.ts';
import { projectionTo } from '../expressions/project.ts';
import { resolved, type Scope } from '../expressions/scope.ts';
import type { Condition } from '../expressions/syntax.ts';
import type { TableIndex } from '../tables/index-of-table.ts';
import type { MemoryTable } from '../tables/table.ts';
import type { Item } from '../values/attribute-value.ts';
import { attributesIn } from './key-uses.ts';
import type { PageRequest } from './requests.ts';

/** Which of the items that a page goes over are in it, and what of them. */
export interface View {
  passes(item: Item): boolean;
  shown(item: Item): Item;
  readonly counts: boolean;
}

const selections = ['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT'];

/** Reads what a Query or Scan wants to see. @throws where that cannot be seen. */
export function viewOf(request: PageRequest, index: TableIndex | undefined, scope: Scope): View {
  const { FilterExpression, ProjectionExpression, Select } = request;
  if (Select !== undefined && !selections.includes(Select)) throw invalid('Invalid Select');
  const filter = FilterExpression === undefined ? undefined : conditionOf(FilterExpression);
  if (filter) checkFilter(filter, index, scope);
  const paths = ProjectionExpression === undefined ? [] : projectionOf(ProjectionExpression);
  if (paths.length > 0 && Select !== undefined && Select !== 'SPECIFIC_ATTRIBUTES')
    throw invalid(`Cannot specify the ProjectionExpression when choosing to get ${Select}`);
  const wanted = paths.map(path => resolved(path, scope));
  refuseHidden(
    index,
    wanted.map(([name]) => String(name)),
    Select,
  );
  return {
    passes: item => filter === undefined || holds(filter, item, scope),
    shown: paths.length === 0 ? item => item : projectionTo(wanted),
    counts: Select === 'COUNT',
  };
}

/** Refuses a filter that is wrong in itself, or by what an index does not show. */
function checkFilter(filter: Condition, index: TableIndex | undefined, scope: Scope): void {
  checkCondition(filter, scope);
  const hidden = attributesIn(filter, scope).filter(name => index?.shows(name) === false);
  if (hidden.length > 0)
    throw invalidParameter(
      `Secondary index ${index?.declaration.name} does not project one or more filter attributes: [${hidden.join(', ')}]`,
    );
}

/** Refuses what wants more than an index shows. */
function refuseHidden(
  index: TableIndex | undefined,
  names: readonly string[],
  select: string | undefined,
): void {
  if (index === undefined) return;
  const { name, shows } = index.declaration;
  const hidden = names.filter(attribute => !index.shows(attribute));
  if (hidden.length === 0 && (select !== 'ALL_ATTRIBUTES' || shows === 'everything')) return;
  throw invalidParameter(`Global secondary index ${name} does not project [${hidden.join(', ')}]`);
}

/** The index that a request names, if it names one. @throws where there is none, or it cannot be read so. */
export function indexOf(table: MemoryTable, request: PageRequest): TableIndex | undefined {
  const { IndexName: name, ConsistentRead: consistent = false } = request;
  if (name === undefined) return undefined;
  const index = table.indexes.get(name);
  if (index === undefined) throw invalid(`The table does not have the specified index: ${name}`);
  if (consistent) throw invalid('Consistent reads are not supported on global secondary indexes');
  return index;
}
