import type { Activity } from '../../../bot/contracts/activities.js';
import type { MessageRenderer } from '../../../bot/contracts/channels.js';
import type { OutgoingMessage } from '../../../bot/contracts/messages.js';
import { webAddress } from '../../page/safe-link.js';
import { fileActivities } from '../../text/file-activities.js';
import { plainText } from '../../text/plain-text.js';
import { readableLine } from '../../text/readable.js';
import { speakerAccount } from '../../text/speaker-account.js';
import { splitText } from '../../text/split-text.js';
import { statusEvent } from '../../text/status-event.js';
import { type RenderedChoices, renderChoices } from './render-choices.js';
import { MOST } from './render-limits.js';
import { renderSource, sourceWords } from './render-source.js';

/**
 * Renders a message for Messenger; pure. Serves our own webhook and Azure's Facebook channel: plain `text`, and in
 * `channelData` Facebook's own `attachment` and `quick_replies`.
 *
 * In order: what introduces a quotation and the words, without Markdown; the source as a card with a button to the community, or in words where it fits no
 * card; the warning about age, the choices that need a list, the question for feedback. Texts are cut on paragraph
 * borders. Quick replies stand on the last part, because they vanish with the next.
 * A message that says nothing becomes the event `conversation/status`, which the transports leave out.
 */
export const renderMessage: MessageRenderer = (message) => {
  const { source } = message;
  const body = paragraphs(readableLine(message.intro ?? ''), bodyOf(message));
  const card = source ? renderSource(source, linkTitleOf(message)) : null;
  const inWords = source && !card ? sourceWords(source) : '';
  const ageNote = readableLine(source?.ageNote ?? '');
  const question = readableLine(message.feedback?.question ?? '');
  const hasWords = [body, inWords, ageNote, question].some((words) => words !== '') || card !== null;
  const choices = renderChoices(message, hasWords);
  const tail = paragraphs(ageNote, choices.list, question, choices.answers);

  const base = {
    type: 'message',
    from: speakerAccount(message),
    locale: message.language,
  } as const;
  const say = (words: string): Activity[] =>
    splitText(words, MOST.text).map((text) => ({ ...base, textFormat: 'plain', text }));
  const parts = card
    ? [...say(body), { ...base, channelData: { attachment: card } }, ...say(tail)]
    : say(paragraphs(body, inWords, tail));
  const sent = fileActivities(message);
  if (sent.length > 0) return [...parts, ...sent];
  return parts.length > 0 ? withQuickReplies(parts, choices) : [statusEvent(message)];
};

/** The passage where a link leads to the rest, else the whole answer. */
function bodyOf(message: OutgoingMessage): string {
  const { more, source, language } = message;
  return plainText((more && webAddress(source?.url ?? null) === null ? more : message).tree, language);
}

/** Of an answer that is a part, the button says that there is more. */
function linkTitleOf({ more, source }: OutgoingMessage): string {
  return readableLine(more?.title ?? '') || readableLine(source?.linkTitle ?? '');
}

function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

function withQuickReplies(parts: readonly Activity[], { quickReplies }: RenderedChoices): Activity[] {
  if (quickReplies.length === 0) return [...parts];
  return parts.map((part, index) => {
    if (index < parts.length - 1) return part;
    const given = typeof part.channelData === 'object' ? part.channelData : {};
    return { ...part, channelData: { ...given, quick_replies: quickReplies } };
  });
}
