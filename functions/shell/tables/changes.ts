/**
 * The parts of an `UpdateItem` that set attributes and remove those that are undefined. Every name has the placeholder
 * `#<name>`, every value `:<name>`: a condition beside it may use them.
 */
export function changesOf(attributes: Readonly<Record<string, unknown>>) {
  const all = Object.entries(attributes);
  const set = all.filter(([, value]) => value !== undefined);
  const removed = all.filter(([, value]) => value === undefined).map(([name]) => `#${name}`);
  const sets = set.map(([name]) => `#${name} = :${name}`).join(', ');
  return {
    UpdateExpression: `SET ${sets}${removed.length === 0 ? '' : ` REMOVE ${removed.join(', ')}`}`,
    ExpressionAttributeNames: Object.fromEntries(all.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
  };
}
