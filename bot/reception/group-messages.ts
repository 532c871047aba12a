import type { PendingMessage } from '../store/messages/inbox.js';
import type { CustomerInput } from '../turn/contracts.js';
import type { IncomingFile } from './incoming-message.js';
import { wordsToUnderstand } from './words-to-understand.js';

/** So many messages in a row are one question at most: whoever never finishes a sentence gets an answer as well. */
const LONGEST_GROUP = 10;

/**
 * Splits waiting messages into questions: an unfinished message belongs with the next one; a tap stands alone.
 * @param looksUnfinished whether more words are to be expected after a text
 */
export function groupMessages(
  messages: readonly PendingMessage[],
  looksUnfinished: (text: string) => boolean,
): PendingMessage[][] {
  const groups: PendingMessage[][] = [];
  let isOpen = false;
  for (const message of messages) {
    const group = groups.at(-1);
    if (group && isOpen && !isTap(message) && group.length < LONGEST_GROUP) group.push(message);
    else groups.push([message]);
    isOpen = !isTap(message) && looksUnfinished(message.text);
  }
  return groups;
}

/** What a group of messages says, its texts joined by line breaks. */
export function toInput(group: readonly PendingMessage[]): CustomerInput {
  const last = group.at(-1);
  return {
    text: wordsToUnderstand(
      group
        .map((message) => message.text.trim())
        .filter((text) => text !== '')
        .join('\n'),
    ),
    value: last?.details.value ?? null,
    hasAttachments: group.some((message) => message.details.files.some((file) => !isSticker(file))),
    locale: last?.details.locale ?? null,
    ...aboutIn(group),
  };
}

/** The message quoted last, else the first product that came along. */
function aboutIn(group: readonly PendingMessage[]): Pick<CustomerInput, 'about'> {
  const quoted = group.findLast(({ details }) => details.quoted)?.details.quoted;
  if (quoted) return { about: quoted };
  const card = group.flatMap(({ details }) => details.cards ?? [])[0];
  return card ? { about: { text: card.title } } : {};
}

/** A gesture, not a document that somebody should look at. */
function isSticker(file: IncomingFile): boolean {
  return file.contentType === 'image/sticker';
}

function isTap(message: PendingMessage): boolean {
  return message.details.value !== null;
}
