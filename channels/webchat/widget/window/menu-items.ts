import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { Attention } from '../attention.js';
import type { ChatConversation } from '../conversation.js';
import { DATE_LOCALES } from '../words/date-locales.js';
import { menuWords } from './menu-words.js';
import type { MenuItem } from './show-menu.js';

/** What the menu of the chat offers now. A further one is a further line here. */
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
