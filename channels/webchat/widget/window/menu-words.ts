import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';

/** What the menu says. */
interface MenuWords {
  readonly startAnew: string;
  /** On the same button, once it was tapped. */
  readonly reallyStartAnew: string;
  /** What an agent reads where the customer begins anew. */
  readonly leaves: string;
  readonly earlier: (moment: string) => string;
  readonly forgetEarlier: string;
  readonly soundOn: string;
  readonly soundOff: string;
}

export const menuWords: Readonly<Record<SpokenLanguage, MenuWords>> = {
  nl: {
    startAnew: 'Begin een nieuw gesprek',
    reallyStartAnew: 'Ja, dit gesprek afsluiten',
    leaves: 'Ik sluit dit gesprek af.',
    earlier: (moment) => `Gesprek van ${moment}`,
    forgetEarlier: 'Vergeet eerdere gesprekken',
    soundOn: 'Geluid bij een nieuw bericht: aan',
    soundOff: 'Geluid bij een nieuw bericht: uit',
  },
  en: {
    startAnew: 'Start a new conversation',
    reallyStartAnew: 'Yes, end this conversation',
    leaves: 'I am ending this conversation.',
    earlier: (moment) => `Conversation of ${moment}`,
    forgetEarlier: 'Forget earlier conversations',
    soundOn: 'Sound for a new message: on',
    soundOff: 'Sound for a new message: off',
  },
};
