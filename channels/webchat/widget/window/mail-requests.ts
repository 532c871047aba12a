import type {
  AddressOutcome,
  CodeOutcome,
  MailStanding,
  MailWish,
  TranscriptFile,
} from '../../../../bot/contracts/mail/customer-mail.js';
import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { ChatConversation } from '../conversation.js';

/** What the menu asks of the server; null where there is no answer. */
export interface MailRequests {
  readonly transcript: () => Promise<TranscriptFile | null>;
  readonly standing: () => Promise<MailStanding | null>;
  readonly leaveAddress: (address: string, wish: MailWish) => Promise<AddressOutcome | null>;
  readonly confirmAddress: (code: string) => Promise<CodeOutcome | null>;
  readonly forgetAddress: () => Promise<unknown>;
}

export function mailRequests(
  conversation: Pick<ChatConversation, 'ask'>,
  language: SpokenLanguage,
): MailRequests {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    transcript: () =>
      conversation.ask('GET', `/transcript?${new URLSearchParams({ language, timeZone: timeZone ?? '' })}`),
    standing: () => conversation.ask('GET', '/mail'),
    leaveAddress: (address, wish) => conversation.ask('POST', '/mail', { address, wish, language }),
    confirmAddress: (code) => conversation.ask('POST', '/mail/code', { code }),
    forgetAddress: () => conversation.ask('POST', '/mail/forget'),
  };
}
