/** A stretch of an `Fn::Sub` string: text as it stands, or a `${Name}` to be looked up. */
export type SubPart = { readonly text: string } | { readonly name: string };

const placeholder = /\$\{(!?)([^{}]+)\}/g;

/**
 * Splits the string of an `Fn::Sub` into text and names. `${!Literal}` is text: `${Literal}`.
 *
 * @param template the string given to `Fn::Sub`
 */
export function splitSub(template: string): SubPart[] {
  const parts: SubPart[] = [];
  let end = 0;
  for (const match of template.matchAll(placeholder)) {
    const [whole, literal, name = ''] = match;
    parts.push({ text: template.slice(end, match.index) });
    parts.push(literal === '!' ? { text: `\${${name}}` } : { name: name.trim() });
    end = match.index + whole.length;
  }
  return [...parts, { text: template.slice(end) }];
}
