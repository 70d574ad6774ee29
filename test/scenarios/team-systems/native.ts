/** How each system reads what the hub sends it. */
export { readComplaints } from './native/complaints.ts';
export { readLeaks } from './native/leaks.ts';
export type { ReadNative } from './native/read-native.ts';
export { readRepairs } from './native/repairs.ts';
export { readTenancy } from './native/tenancy.ts';
