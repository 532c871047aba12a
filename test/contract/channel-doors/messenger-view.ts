import type { Reply } from './customer.js';
import { readPlain, replyOf, type Shown } from './reply.js';

/** A message as Messenger has it. */
export interface MessengerPart {
  readonly text?: string | undefined;
  readonly attachment?: unknown;
  readonly quickReplies: readonly QuickReply[];
}

export interface QuickReply {
  readonly title: string;
  readonly payload: string;
}

interface Template {
  readonly payload: {
    readonly text?: string;
    readonly elements?: readonly { title: string; subtitle?: string; buttons?: readonly Button[] }[];
    readonly buttons?: readonly Button[];
  };
}

interface Button {
  readonly title: string;
  readonly url?: string;
}

/** What Messenger shows of messages. A quick reply that is a number stands for the line with that number. */
export function viewMessenger(parts: readonly MessengerPart[], speaker: string | null): Reply {
  const shown = parts.map(shownOf);
  return replyOf(
    shown,
    tapsOf(parts).map(({ meaning }) => meaning),
    { speaker },
  );
}

/** The quick replies that are there now (those of the last message), with the title that each stands for. */
export function tapsOf(parts: readonly MessengerPart[]): readonly (QuickReply & { meaning: string })[] {
  const lines = parts.flatMap(({ text = '' }) => text.split('\n'));
  return (parts.at(-1)?.quickReplies ?? []).map((reply) => {
    const line = lines.findLast((one) => one.startsWith(`${reply.title}. `));
    const isNumber = /^\d+$/.test(reply.title);
    return { ...reply, meaning: isNumber && line ? line.slice(reply.title.length + 2) : reply.title };
  });
}

/** The quick reply that answers "did this help?". */
export function rateReply(parts: readonly MessengerPart[], isHelpful: boolean): QuickReply | undefined {
  const titles = isHelpful ? ['Ja', 'Yes'] : ['Nee', 'No'];
  return tapsOf(parts).find(({ title }) => titles.includes(title));
}

function shownOf({ text = '', attachment }: MessengerPart): Shown {
  const { payload } = (attachment ?? { payload: {} }) as Template;
  const buttons = [
    ...(payload.buttons ?? []),
    ...(payload.elements ?? []).flatMap((one) => one.buttons ?? []),
  ];
  const cards = (payload.elements ?? []).flatMap(({ title, subtitle = '' }) => [title, subtitle]);
  const words = [text, payload.text ?? '', ...cards, ...buttons.map(({ title }) => title)];
  const plain = readPlain(words.filter((one) => one !== '').join('\n'));
  return { words: plain.words, links: [...plain.links, ...buttons.flatMap(({ url }) => url ?? [])] };
}
