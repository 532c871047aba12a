import type { ChatConversation } from './conversation.js';
import type { WidgetOptions } from './read-options.js';
import type { MenuActions } from './view/chat-menu.js';

/** What the menu of the chat asks of its conversation. */
export function menuActions(
  conversation: () => Pick<ChatConversation, 'ask' | 'say'>,
  { language, words }: Pick<WidgetOptions, 'language' | 'words'>,
): MenuActions {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    transcript: () =>
      conversation().ask('GET', `/transcript?${new URLSearchParams({ language, timeZone: timeZone ?? '' })}`),
    standing: () => conversation().ask('GET', '/mail'),
    leaveAddress: (address, wish) => conversation().ask('POST', '/mail', { address, wish, language }),
    confirmAddress: (code) => conversation().ask('POST', '/mail/code', { code }),
    forgetAddress: () => conversation().ask('POST', '/mail/forget'),
    endConversation: () => conversation().say(words.endConversation, { action: 'end-conversation' }),
  };
}
