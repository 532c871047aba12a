/**
 * What a value is made of, without any of its words: names of fields, and for texts their length; pure. For logs.
 * @example shapeOf({ text: 'Hello', quick_replies: [{ title: 'Yes' }] }) // { text: 'text of 5', quick_replies: [{ title: 'text of 3' }] }
 */
export function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return `text of ${value.length}`;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}
