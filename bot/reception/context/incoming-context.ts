import { isRecord } from '../../../index/platform/is-record.js';
import type { Activity } from '../../contracts/activities.js';
import type { CustomerOrigin, CustomerPage, Quoted, ShownCard } from '../../contracts/customers.js';

/** The value where it is text, without the null character, which PostgreSQL refuses. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}

/** One line of at most so many characters. */
function lineOf(value: unknown, most: number): string {
  return textOf(value)
    .slice(0, 10 * most)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);
}

/** The page that the chat stands on, as our widget tells it in `channelData.page`; null for none. */
export function customerPageIn({ channelData }: Activity): CustomerPage | null {
  const page = isRecord(channelData) ? channelData.page : undefined;
  if (!isRecord(page)) return null;
  // What stands behind "?" or "#" may hold names and numbers of orders.
  const address = textOf(page.address)
    .replace(/[?#].*$/s, '')
    .slice(0, 500);
  if (!/^https?:\/\/[^\s<>"]+$/i.test(address)) return null;
  const company = lineOf(page.company, 60);
  const isName = /^[\p{L}\p{N} &.'’+-]+$/u.test(company);
  return {
    address,
    campaign: lineOf(page.campaign, 100) || null,
    // The bot says it: mark-up and addresses are no names.
    ...(isName ? { company } : {}),
  };
}

/** How the customer came, as the form of a channel read it. */
export function originIn({ cameBy }: Activity): CustomerOrigin | null {
  if (!isRecord(cameBy)) return null;
  const told = { ref: lineOf(cameBy.ref, 200) || null, ad: lineOf(cameBy.ad, 200) || null };
  if (told.ref === null && told.ad === null) return null;
  return { kind: cameBy.kind === 'ad' ? 'ad' : 'link', ...told };
}

const LONGEST_QUOTATION = 1_000;

/**
 * The message that the customer answers to, as the form of a channel read it; null for none.
 * @param isWrittenByCustomers whether the whole activity is the client's own: then words that it claims to quote are left out
 */
export function quotedIn({ quoted }: Activity, isWrittenByCustomers: boolean): Quoted | null {
  if (!isRecord(quoted)) return null;
  const activityId = textOf(quoted.activityId).slice(0, 500) || null;
  const text = isWrittenByCustomers ? '' : lineOf(quoted.text, LONGEST_QUOTATION);
  return activityId === null && text === '' ? null : { activityId, text: text || null };
}

/** Hero cards and the like (Bot Framework, "Add rich card attachments"), also those that a form made of a product. */
const CARD = /^application\/vnd\.microsoft\.card\.(?:hero|thumbnail)$/;
const MOST_CARDS = 10;

export function isCard({ contentType, content }: Readonly<Record<string, unknown>>): boolean {
  return typeof contentType === 'string' && CARD.test(contentType) && isRecord(content);
}

/** The cards that came with a message, those with a title alone. */
export function cardsIn({ attachments }: Activity): ShownCard[] {
  if (!Array.isArray(attachments)) return [];
  return attachments
    .filter((attachment) => isRecord(attachment) && isCard(attachment))
    .slice(0, MOST_CARDS)
    .map(({ content, contentUrl }) => {
      const { title, subtitle } = content as Readonly<Record<string, unknown>>;
      const url = textOf(contentUrl);
      return {
        title: lineOf(title, 200),
        subtitle: lineOf(subtitle, 200),
        url: /^https?:\/\//i.test(url) ? url.slice(0, 2_000) : null,
      };
    })
    .filter(({ title }) => title !== '');
}
