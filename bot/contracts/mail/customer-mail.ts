import type { ChannelConversation } from '../channels.js';
import type { SpokenLanguage } from '../messages.js';

/** What a customer is mailed: what was said so far, once, or what agents answer while the chat is closed. */
export type MailWish = 'transcript' | 'replies';

/** What stands in a conversation about mail. */
export interface MailStanding {
  /** Whether mail can be sent at all. */
  readonly isOn: boolean;
  /** The confirmed address that answers go to, shortened ("m…@example.com"); null for none. */
  readonly repliesTo: string | null;
}

/** What became of an address that a customer left. */
export type AddressOutcome =
  | { readonly kind: 'code-sent' }
  /** It was confirmed in this conversation before: what was asked for is done. */
  | { readonly kind: 'done' }
  | { readonly kind: 'address-invalid' }
  /** Too many codes, in this conversation or to this address. */
  | { readonly kind: 'too-many' }
  /** The mail server took it not. */
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'off' };

/** What became of a code that a customer typed. */
export type CodeOutcome =
  | { readonly kind: 'done' }
  /** `left`: how many more may be typed. */
  | { readonly kind: 'wrong'; readonly left: number }
  /** It ended, was used, or too many wrong ones were typed: a new one must be asked for. */
  | { readonly kind: 'ended' };

/** What was said, as a file. */
export interface TranscriptFile {
  readonly name: string;
  /** A whole page that loads nothing. */
  readonly html: string;
}

/** What customers take with them from a conversation. A conversation is named as its channel names it. */
export interface CustomerMail {
  standing(of: ChannelConversation): Promise<MailStanding>;
  /** Sends a code of six digits to an address, in place of what was asked for before. */
  leaveAddress(
    of: ChannelConversation,
    address: string,
    wish: MailWish,
    language: SpokenLanguage,
  ): Promise<AddressOutcome>;
  /** Takes the code; with the right one, what was asked for is done. */
  confirmAddress(of: ChannelConversation, code: string): Promise<CodeOutcome>;
  /** Forgets the address. */
  forgetAddress(of: ChannelConversation): Promise<void>;
  /**
   * What customer, bot and agents said, without what agents wrote for each other; null where nothing is known of it.
   * @param timeZone IANA name in which times are told; that of the opening hours where it is none
   */
  transcript(
    of: ChannelConversation,
    language: SpokenLanguage,
    timeZone: string | null,
  ): Promise<TranscriptFile | null>;
}
