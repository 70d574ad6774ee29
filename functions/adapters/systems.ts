/** Every source system: one folder and one line each. */
export { adapter as complaints } from './complaints/adapter.ts';
export { adapter as disrepair } from './disrepair/adapter.ts';
export { adapter as leaks } from './leaks/adapter.ts';
export { adapter as repairs } from './repairs/adapter.ts';
export { adapter as tenancy } from './tenancy/adapter.ts';
