import type { Adapter } from '../../../functions/adapters/contract.ts';
import type { Variables } from '../../../functions/shell/environment.ts';

type MakeOfSystem<S, T> = (variables: Variables, shell: S, adapter: Adapter) => T;

/** Makes a function of a system as its bundle does: with the adapter of that system, by the name in its environment. */
export function withAdapter<S, T>(
  make: MakeOfSystem<S, T>,
  adapterFor: (system: string) => Adapter | undefined,
) {
  return (variables: Variables, shell: S): T => {
    const adapter = adapterFor(variables['SYSTEM'] ?? '');
    if (adapter === undefined) throw new Error(`There is no system ${variables['SYSTEM']}`);
    return make(variables, shell, adapter);
  };
}
