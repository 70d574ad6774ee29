import { readComplaints } from './native/complaints.ts';
import { readDisrepair } from './native/disrepair.ts';
import { readLeaks } from './native/leaks.ts';
import type { ReadNative } from './native/read-native.ts';
import { readRepairs } from './native/repairs.ts';
import { readTenancy } from './native/tenancy.ts';

/** How each system reads what the hub sends it. */
export const readers: Readonly<Record<string, ReadNative>> = {
  repairs: readRepairs,
  tenancy: readTenancy,
  leaks: readLeaks,
  complaints: readComplaints,
  disrepair: readDisrepair,
};
