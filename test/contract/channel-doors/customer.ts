import type { ChannelStage } from './stage.js';

/** What a person sees of all that came since they last looked, in whatever form their channel shows it. */
export interface Reply {
  /** Everything that can be read, without marks; addresses left out. */
  readonly words: string;
  /** Addresses that can be opened. */
  readonly links: readonly string[];
  /** What unfolds where it stands. */
  readonly unfolds: string;
  /** Titles of the choices, in full, without the answers to "did this help?". */
  readonly choices: readonly string[];
  /** Whether "did this help?" is asked and can be answered. */
  readonly canRate: boolean;
  /** Whose name stands beside or above the words; null where the channel shows the company's alone. */
  readonly speaker: string | null;
  /** Words of messages that were shown before and look different now. */
  readonly changed: string;
}

/** A person who uses one channel, with nothing but what that channel offers. */
export interface ChannelCustomer {
  readonly channelId: string;
  /** As the channel names it. */
  readonly conversationId: string;
  /** Opens the chat. */
  arrive(): Promise<void>;
  /** Types a message; `isTwice` where the channel delivers it twice. */
  say(text: string, isTwice?: boolean): Promise<void>;
  /** Takes a choice that is shown: taps it, or types it where nothing can be tapped. */
  choose(title: string): Promise<void>;
  /** Answers "did this help?" as this channel does. */
  rate(isHelpful: boolean): Promise<void>;
  /** Sends a picture without words. */
  sendPicture(): Promise<void>;
  /** All that came since the last look; call it when the stage has settled. */
  look(): Promise<Reply>;
}

/** A way into the bot, and how it differs from the others in what people see. */
export interface ChannelDoor {
  readonly title: string;
  /** A new customer. The stage has settled whenever one of its methods resolves. */
  open(stage: ChannelStage): Promise<ChannelCustomer>;
  /** Whether who opens the chat is welcomed. */
  readonly welcomes: boolean;
  /** Whether a tap says what it means, in whatever words; else it is as if its title was typed. */
  readonly hasTaps: boolean;
  /** Whether a choice may be taken by its number. */
  readonly saysNumbers: boolean;
  /** Whether an agent's name stands beside or above each of their messages. */
  readonly namesAgents: boolean;
  /** Whether what was shown before can change. */
  readonly changesShown: boolean;
  /** Whether an answer that is quoted in part can be unfolded. */
  readonly unfolds: boolean;
}
