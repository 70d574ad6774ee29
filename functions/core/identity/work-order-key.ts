const prefix = 'work order ';

/**
 * Under what the directory finds where a system's work order was raised, among that system's keys of homes. A message about
 * the work order that names no home is of that one.
 */
export function workOrderKey(reference: string): string {
  return `${prefix}${reference}`;
}

/** Whether a key of a home is a work order's. */
export function isWorkOrderKey(key: string): boolean {
  return key.startsWith(prefix);
}
