import * as z from 'zod';
import { compilePattern } from '../event-pattern/compile.ts';
import type { JsonObject } from '../json.ts';
import { localArn } from '../place.ts';
import type { RulePlan } from '../plan/events.ts';
import { ServiceError } from '../service-error.ts';

/** The rules of the buses: those of the template, and those that somebody adds while it runs. */
export interface Rules {
  all(): readonly RulePlan[];
  putRule(request: unknown): JsonObject;
  putTargets(request: unknown): JsonObject;
  removeTargets(request: unknown): JsonObject;
  deleteRule(request: unknown): JsonObject;
}

const named = { EventBusName: z.string() };
const ruleSchema = z.strictObject({ ...named, Name: z.string(), EventPattern: z.string() });
const targetsSchema = z.strictObject({
  ...named,
  Rule: z.string(),
  Targets: z.array(z.strictObject({ Id: z.string(), Arn: z.string() })),
});
const removalSchema = z.strictObject({ ...named, Rule: z.string(), Ids: z.array(z.string()) });
const deletionSchema = z.strictObject({ ...named, Name: z.string() });

/** A rule that was added, with its targets by their ids. */
interface AddedRule extends Omit<RulePlan, 'targets'> {
  readonly targets: Map<string, RulePlan['targets'][number]>;
}

/**
 * Keeps the rules.
 *
 * @param planned those of the template
 */
export function openRules(planned: readonly RulePlan[]): Rules {
  const added = new Map<string, AddedRule>();
  const find = (bus: string, name: string): AddedRule => {
    const rule = added.get(`${bus}/${name}`);
    if (rule !== undefined) return rule;
    throw new ServiceError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus ${bus}.`);
  };
  return {
    all: () => [
      ...planned,
      ...[...added.values()].map(rule => ({ ...rule, targets: [...rule.targets.values()] })),
    ],
    putRule(request) {
      const { EventBusName: bus, Name, EventPattern } = ruleSchema.parse(request);
      const arn = localArn('events', `rule/${bus}/${Name}`);
      const matches = compilePattern(JSON.parse(EventPattern));
      added.set(`${bus}/${Name}`, { arn, bus, matches, targets: new Map() });
      return { RuleArn: arn };
    },
    putTargets(request) {
      const { EventBusName, Rule, Targets } = targetsSchema.parse(request);
      const { targets } = find(EventBusName, Rule);
      for (const { Id, Arn } of Targets) {
        targets.set(Id, { queue: Arn.split(':').at(-1) ?? '', queueArn: Arn, deadLetterQueue: undefined });
      }
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
    removeTargets(request) {
      const { EventBusName, Rule, Ids } = removalSchema.parse(request);
      const { targets } = find(EventBusName, Rule);
      for (const id of Ids) targets.delete(id);
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
    deleteRule(request) {
      const { EventBusName, Name } = deletionSchema.parse(request);
      if (find(EventBusName, Name).targets.size > 0) {
        throw new ServiceError('ValidationException', "Rule can't be deleted since it has targets.");
      }
      added.delete(`${EventBusName}/${Name}`);
      return {};
    },
  };
}
