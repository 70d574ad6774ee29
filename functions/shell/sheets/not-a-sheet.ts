/** What is no sheet, or none from a place on; the message says why, and what to do. */
export class NotASheet extends Error {
  override readonly name = 'NotASheet';
}
