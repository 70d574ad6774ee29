/** The primary key of an item: every table has the same two attributes. */
export interface Key {
  pk: string;
  sk: string;
}
