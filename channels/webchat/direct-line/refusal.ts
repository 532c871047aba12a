import { isCoded } from '../../../index/platform/errors.js';
import { isRecord } from '../../../index/platform/is-record.js';
import { inPascalCase } from '../../server/error-response.js';
import { type Arrival, type IdentifiedActivity, incomingActivity } from '../live/incoming-activity.js';
import { botNotice, type NoticeWords, noticeLanguage } from './bot-notice.js';

/** What becomes of a message that was read and is not taken for good. */
export interface Refusal {
  /** The customer's message without what was refused; `isEmpty` where nothing of it is left for the bot to answer. */
  readonly echo: IdentifiedActivity;
  readonly isEmpty: boolean;
  /** What the bot says about it, after the echo. */
  readonly why: IdentifiedActivity;
}

/** What is refused for good although it could be read, and what the customer is told. */
const WORDS: Readonly<Record<string, NoticeWords>> = {
  MESSAGE_TOO_LONG: {
    nl: 'Uw bericht is te lang om te ontvangen. Stuur het in delen van hooguit 4.000 tekens.',
    en: 'Your message is too long to take in. Please send it in parts of at most 4,000 characters.',
  },
  ACTIVITY_TOO_LARGE: {
    nl: 'Uw bericht is te groot om te ontvangen. Stuur een foto of document als bijlage, of typ uw vraag.',
    en: 'Your message is too large to take in. Please send a photo or document as an attachment, or type your question.',
  },
  FILE_REFUSED: {
    nl: 'Dit soort bestand kan ik niet ontvangen. Foto’s (PNG, JPEG, GIF, WebP), PDF en platte tekst wel. Een schermafdruk kan dus ook.',
    en: 'I cannot take in this kind of file. Photos (PNG, JPEG, GIF, WebP), PDF and plain text do work, so a screenshot is fine.',
  },
  BODY_TOO_LARGE: {
    nl: 'Dit is te groot om te ontvangen. U kunt tot 5 bestanden van elk 5 MB sturen.',
    en: 'This is too large to take in. You can send up to 5 files of 5 MB each.',
  },
};
const FILE_CODES = ['FILE_REFUSED', 'BODY_TOO_LARGE'];
const LONGEST_NAMES = 200;

/**
 * Turns a refusal of a message that was read into what clients show: official ones make "Send failed. Retry." of any 4xx and
 * never show its words, and trying again would end the same.
 * @param body the activity as it was posted
 * @param fileNames names of the files that came with it
 * @returns null for what a client must see as an error: no message, or not refused for good
 * @throws BAD_ARGUMENT where the activity cannot be read
 */
export function refusalOf(
  error: unknown,
  body: unknown,
  arrival: Arrival,
  fileNames: readonly string[] = [],
): Refusal | null {
  const code = Object.keys(WORDS).find((one) => isCoded(error, one));
  const words = code === undefined ? undefined : WORDS[code];
  if (!isRecord(body) || body.type !== 'message' || code === undefined || !words) return null;
  const given = isRecord(body.channelData) ? body.channelData.clientActivityID : undefined;
  const clientActivityID = typeof given === 'string' && given.length <= LONGEST_NAMES ? given : undefined;
  const locale = typeof body.locale === 'string' ? body.locale.slice(0, 35) : undefined;
  const text = typeof body.text === 'string' ? body.text.trim() : '';
  const isEmpty = !FILE_CODES.includes(code) || text === '';
  const echo = incomingActivity(
    {
      type: 'message',
      text: isEmpty ? inPlaceOf(text, fileNames, locale) : text,
      textFormat: 'plain',
      locale,
      from: body.from,
      channelData: { clientActivityID, ...(isEmpty ? { refusal: { code: inPascalCase(code) } } : {}) },
    },
    arrival,
  );
  const why = botNotice(echo, `${echo.id.split('|').at(-1)}-refused`, words, arrival.botAccount);
  return { echo, isEmpty, why };
}

/** Tells which message it was: official clients show no bubble without words. */
function inPlaceOf(text: string, fileNames: readonly string[], locale: unknown): string {
  if (fileNames.length > 0) return `[${fileNames.join(', ').slice(0, LONGEST_NAMES)}]`;
  const isDutch = noticeLanguage(locale) === 'nl';
  if (text === '') return isDutch ? '[bijlage]' : '[attachment]';
  return isDutch ? `[bericht van ${text.length} tekens]` : `[message of ${text.length} characters]`;
}
