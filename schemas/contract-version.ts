/**
 * The version of what outsiders rely on: events, flag codes, bus and API. `released/` holds it as it was released, and
 * `CHANGELOG.md` what it has more than the one before.
 */
export const contractVersion = '1.0.0';
