/** What the endpoints of a source system have in common: it speaks for itself, with its own scope. */
export const systemEndpoint = {
  scopes: ['lintel/{system}.publish'],
  tag: 'Systems',
  shows: 'own-data',
} as const;
