/** A file that cannot be read, or not any further: its sender has to send another. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
