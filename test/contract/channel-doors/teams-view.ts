import type { Activity } from '../../../bot/contracts/activities.js';
import type { Reply } from './customer.js';
import { readMarkdown, readPlain, replyOf, type Shown } from './reply.js';

/** Something in a card that can be tapped. */
export interface CardTap {
  readonly title: string;
  /** What goes back to the bot. */
  readonly sent: object;
  /** Id of the activity with the card. */
  readonly activityId: string;
}

interface Card {
  readonly words: string[];
  readonly links: string[];
  readonly taps: { title: string; sent: object }[];
  readonly unfolds: string[];
}

type Element = Readonly<Record<string, unknown>>;

/** What Teams shows of activities: text, cards, thumbs. */
export function viewTeams(fresh: readonly Activity[], changed: readonly Activity[] = []): Reply {
  const messages = fresh.filter(({ type }) => type === 'message');
  const cards = messages.flatMap(cardsOf);
  const texts = messages.map(({ text = '' }) => readTeams(text));
  const shown: Shown[] = [
    ...texts,
    ...cards.map(({ words, links }) => ({ ...readPlain(words.join('\n')), links })),
  ];
  const name = /^\*\*(?<name>[^*\n]+)\*\*$/.exec(messages.at(-1)?.text?.split('\n')[0] ?? '')?.groups?.name;
  return replyOf(
    shown,
    cards.flatMap(({ taps }) => taps.map(({ title }) => title)),
    {
      canRate: thumbsOf(messages) !== null,
      unfolds: cards.flatMap(({ unfolds }) => unfolds).join('\n'),
      speaker: name ?? null,
      changed: changed
        .flatMap((activity) => [activity.text ?? '', ...cardsOf(activity).flatMap(({ words }) => words)])
        .join('\n'),
    },
  );
}

/** Teams reads character references in addresses as well. */
function readTeams(text: string): Shown {
  const { words, links } = readMarkdown(text);
  return { words, links: links.map((link) => link.replaceAll('&amp;', '&')) };
}

export function tapsIn(activities: readonly Activity[]): readonly CardTap[] {
  return activities.flatMap((activity) =>
    cardsOf(activity).flatMap(({ taps }) => taps.map((tap) => ({ ...tap, activityId: activity.id ?? '' }))),
  );
}

/** Id of the newest activity with thumbs below it; null for none. */
export function thumbsOf(activities: readonly Activity[]): string | null {
  const rated = activities.findLast(
    ({ channelData }) => (channelData as { feedbackLoop?: object } | undefined)?.feedbackLoop !== undefined,
  );
  return rated?.id ?? null;
}

function cardsOf({ attachments = [] }: Activity): Card[] {
  return attachments.map(({ content }) => {
    const card: Card = { words: [], links: [], taps: [], unfolds: [] };
    walk(content as Element, card);
    return card;
  });
}

function walk(element: Element, card: Card): void {
  if (element.type === 'RichTextBlock') card.words.push(runsIn(element, card));
  if (element.type === 'Action.OpenUrl') {
    card.links.push(String(element.url));
    card.words.push(String(element.title));
  }
  if (element.type === 'Action.Submit') {
    const sent = element.data as { readonly title: string };
    card.taps.push({ title: sent.title, sent });
    return;
  }
  if (element.type === 'Action.ShowCard') {
    const hidden: Card = { words: [], links: [], taps: [], unfolds: [] };
    walk(element.card as Element, hidden);
    card.words.push(String(element.title));
    card.unfolds.push(...hidden.words);
    return;
  }
  for (const name of ['items', 'columns', 'body', 'actions', 'selectAction']) {
    for (const child of [element[name] ?? []].flat()) walk(child as Element, card);
  }
}

function runsIn(element: Element, card: Card): string {
  return (element.inlines as readonly Element[])
    .map(({ text, selectAction }) => {
      const { url } = (selectAction ?? {}) as { url?: string };
      if (url !== undefined) card.links.push(url);
      return String(text);
    })
    .join('');
}
