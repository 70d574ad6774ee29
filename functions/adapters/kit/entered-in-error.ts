/**
 * Whether a system's reason for an ending is that the warning was never right: "Entered in error", "enteredInError",
 * "EnteredInError". Nothing else is taken for it.
 */
export function enteredInError(endReason: string | undefined): true | undefined {
  return endReason?.replace(/[^a-z]/gi, '').toLowerCase() === 'enteredinerror' ? true : undefined;
}
