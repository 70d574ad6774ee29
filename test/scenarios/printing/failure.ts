/** What an error says and what each of its causes says, outermost first, a line each. */
export function failureLines(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const causes = error instanceof AggregateError ? [...error.errors, error.cause] : [error.cause];
  const because = causes.filter(cause => cause !== undefined).flatMap(failureLines);
  return [said(error), ...because.map(line => (line.startsWith('  ') ? `  ${line}` : `  because: ${line}`))];
}

/** Some errors have a code and no words: a connection that nobody takes, tried at several addresses. */
function said({ name, message, code }: Error & { code?: unknown }): string {
  return message || [name, code].filter(Boolean).join(' ');
}
