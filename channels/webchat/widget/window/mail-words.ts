import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';

/** What the menu says of keeping a conversation and of mail. */
export interface MailWords {
  readonly keep: string;
  readonly kept: (name: string) => string;
  readonly mailTranscript: string;
  readonly mailReplies: string;
  readonly mailNoMore: string;
  readonly forgotten: string;
  readonly repliesTo: (address: string) => string;
  readonly endConversation: string;
  readonly address: string;
  readonly code: string;
  readonly codeSent: (address: string) => string;
  readonly codeWrong: string;
  readonly codeEnded: string;
  readonly mailDone: Readonly<Record<'transcript' | 'replies', string>>;
  /** Why no code was sent, by the kind of the server's answer. */
  readonly mailProblems: Readonly<Record<string, string>>;
  readonly notNow: string;
  readonly next: string;
  readonly back: string;
}

export const mailMenuWords: Readonly<Record<SpokenLanguage, MailWords>> = {
  nl: {
    keep: 'Gesprek opslaan',
    kept: (name) => `Opgeslagen als ${name}`,
    mailTranscript: 'Gesprek mailen',
    mailReplies: 'Mail mij het antwoord',
    mailNoMore: 'Niet meer mailen',
    forgotten: 'We mailen u niet meer.',
    repliesTo: (address) => `Is de chat dicht, dan mailen we het antwoord naar ${address}.`,
    endConversation: 'Gesprek beëindigen',
    address: 'Uw e-mailadres',
    code: 'De code uit de e-mail',
    codeSent: (address) => `We hebben een code gestuurd naar ${address}. Kijk ook bij ongewenste e-mail.`,
    codeWrong: 'Deze code klopt niet. Probeer het opnieuw.',
    codeEnded: 'Deze code werkt niet meer. Vraag een nieuwe aan.',
    mailDone: {
      transcript: 'Het gesprek is onderweg naar uw e-mail.',
      replies: 'Is de chat dicht, dan mailen we u het antwoord.',
    },
    mailProblems: {
      'address-invalid': 'Dit is geen e-mailadres dat we kunnen gebruiken.',
      'too-many': 'U heeft vandaag te veel codes aangevraagd.',
      'not-sent': 'De e-mail kon niet worden verstuurd. Klopt het adres?',
    },
    notNow: 'Dat lukt nu niet. Probeer het straks nog eens.',
    next: 'Verder',
    back: 'Terug',
  },
  en: {
    keep: 'Save this chat',
    kept: (name) => `Saved as ${name}`,
    mailTranscript: 'E-mail this chat',
    mailReplies: 'E-mail me the answer',
    mailNoMore: 'Stop e-mailing me',
    forgotten: 'We will not e-mail you any more.',
    repliesTo: (address) => `When the chat is closed, we e-mail the answer to ${address}.`,
    endConversation: 'End this chat',
    address: 'Your e-mail address',
    code: 'The code from the e-mail',
    codeSent: (address) => `We have sent a code to ${address}. Look among unwanted mail as well.`,
    codeWrong: 'This code is not right. Try again.',
    codeEnded: 'This code no longer works. Ask for a new one.',
    mailDone: {
      transcript: 'The chat is on its way to your e-mail.',
      replies: 'When the chat is closed, we e-mail you the answer.',
    },
    mailProblems: {
      'address-invalid': 'We cannot use this as an e-mail address.',
      'too-many': 'You have asked for too many codes today.',
      'not-sent': 'The e-mail could not be sent. Is the address right?',
    },
    notNow: 'That does not work right now. Try again later.',
    next: 'Next',
    back: 'Back',
  },
};
