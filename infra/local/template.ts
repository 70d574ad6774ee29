/** What a synthesised template asks for, without running it. */
export { type Assembly, readAssembly } from './cfn/assembly.ts';
export { type Resource, resolveStacks } from './cfn/resolve.ts';
export { type FunctionPlan, planFunctions } from './plan/functions.ts';
export { findNamed } from './plan/named.ts';
export { planTables, type TablePlan } from './plan/tables.ts';
