import type { Activity } from '../../../../bot/contracts/activities.js';

interface Node {
  readonly [property: string]: unknown;
}

/** Every object in a value, a parent before its children, in the order in which Teams shows them. */
export function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [node, ...Object.values(node).flatMap(nodesIn)];
}

/** The card of an activity; undefined where it has none. */
export function cardOf(activity: Activity | undefined): Node | undefined {
  return activity?.attachments?.[0]?.content as Node | undefined;
}

/** What a customer sees of activities, with addresses. */
export function shownWords(activities: readonly Activity[]): string {
  return activities.map((activity) => `${activity.text ?? ''} ${cardWords(activity)}`).join(' ');
}

/** The values of all buttons and lines that can be tapped. */
export function submitted(activities: readonly Activity[]): unknown[] {
  return nodesIn(activities.map(cardOf))
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ data }) => data);
}

function cardWords(activity: Activity): string {
  const card = cardOf(activity);
  return nodesIn([card?.body, card?.actions])
    .flatMap((node) => {
      if (node.type === 'TextRun') return [node.text];
      if (node.type === 'Action.OpenUrl') return [node.title ?? '', node.url];
      return typeof node.type === 'string' && node.type.startsWith('Action.') ? [node.title] : [];
    })
    .join(' ');
}
