import type { ChannelConversation } from '../contracts/channels.js';
import type { CustomerMail } from '../contracts/mail/customer-mail.js';
import type { SpokenLanguage } from '../contracts/messages.js';
import type { Schedule } from '../hours/schedule.js';
import { USUAL_TIME_ZONE } from '../hours/time-zones.js';
import { conversationIdOf } from '../store/conversations.js';
import { forgetMailAddress, mailAddressOf } from '../store/mail/addresses.js';
import { timeZoneOr, transcriptHtml } from './compose-transcript.js';
import { type AddressParts, confirmAddress, leaveAddress } from './confirm-address.js';
import { readMailAddress, shortAddress } from './mail-address.js';
import { mailWords } from './mail-words.js';
import { readTranscript } from './transcript-lines.js';

export interface CustomerMailParts extends AddressParts {
  readonly openingHours: Schedule | null;
}

/** What customers take with them: their transcript, as a file or by mail, and agents' answers by mail. */
export function createCustomerMail(parts: CustomerMailParts): CustomerMail {
  const { store, mailer, openingHours } = parts;

  return {
    async standing(of) {
      const id = await conversationIdOf(store, of);
      const row = id === null ? null : await mailAddressOf(store, id);
      const isConfirmed = row !== null && row.purpose === 'replies' && row.confirmedAt !== null;
      return { isOn: mailer.isOn, repliesTo: isConfirmed ? shortAddress(row.address) : null };
    },

    async leaveAddress(of, text, wish, language) {
      if (!mailer.isOn) return { kind: 'off' };
      const address = readMailAddress(text);
      if (address === null) return { kind: 'address-invalid' };
      const id = await conversationIdOf(store, of);
      return id === null
        ? { kind: 'off' }
        : leaveAddress(parts, { conversationId: id, address, wish, language });
    },

    async confirmAddress(of, code) {
      const id = await conversationIdOf(store, of);
      if (id === null) return { kind: 'ended' };
      return confirmAddress(parts, id, code);
    },

    async forgetAddress(of) {
      const id = await conversationIdOf(store, of);
      if (id !== null) await forgetMailAddress(store, id);
    },

    transcript: async (of, language, timeZone) =>
      transcriptFile(parts, of, language, timeZoneOr(timeZone, openingHours?.timeZone ?? USUAL_TIME_ZONE)),
  };
}

async function transcriptFile(
  { store, clock, companyName }: Pick<CustomerMailParts, 'store' | 'clock' | 'companyName'>,
  of: ChannelConversation,
  language: SpokenLanguage,
  timeZone: string,
) {
  const id = await conversationIdOf(store, of);
  if (id === null) return null;
  const { lines, isCut } = await readTranscript(store, id);
  const name = `${mailWords(language).transcriptName}-${clock.now().toISOString().slice(0, 10)}.html`;
  return { name, html: transcriptHtml(lines, { language, companyName, timeZone, isCut }) };
}
