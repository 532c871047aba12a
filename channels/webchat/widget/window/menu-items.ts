import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { Attention } from '../attention.js';
import type { ChatConversation } from '../conversation.js';
import { DATE_LOCALES } from '../words/date-locales.js';
import { menuWords } from './menu-words.js';

/** Something that the menu offers. */
export interface MenuItem {
  readonly title: string;
  /** What the button says once it was tapped, where it is to be tapped once more. */
  readonly sure?: string;
  /** The menu stays open. */
  readonly staysOpen?: boolean;
  /** Its title is another one once it was tapped. */
  readonly isSwitch?: boolean;
  readonly act: () => void;
}

/** What the menu of the chat offers at any time. A further one is a further line here. */
export function menuItems(
  conversation: ChatConversation,
  attention: Attention,
  language: SpokenLanguage,
): readonly MenuItem[] {
  const { earlier, lines } = conversation;
  const words = menuWords[language];
  const moment = new Intl.DateTimeFormat(DATE_LOCALES[language], { dateStyle: 'long', timeStyle: 'short' });
  const anew: MenuItem = {
    title: words.startAnew,
    sure: words.reallyStartAnew,
    act: () => void conversation.startAnew(words.leaves),
  };
  const sound: MenuItem = {
    title: attention.hasSound ? words.soundOn : words.soundOff,
    staysOpen: true,
    isSwitch: true,
    act: () => attention.switchSound(),
  };
  const past = earlier.map((session) => ({
    title: words.earlier(moment.format(session.begunAt)),
    act: () => conversation.turnTo(session),
  }));
  const forget: MenuItem = { title: words.forgetEarlier, act: () => conversation.forgetEarlier() };
  return [
    ...(lines.some(({ kind }) => kind === 'own') ? [anew] : []),
    sound,
    ...past,
    ...(past.length > 0 ? [forget] : []),
  ];
}
