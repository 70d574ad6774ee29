/** Fields that are known and not used: none, the format is this project's own. */
export const ignored: readonly string[] = [];
