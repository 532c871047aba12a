import type { SpokenLanguage } from '../contracts/messages.js';

/** What mails and transcripts say by themselves. */
interface MailWords {
  readonly locale: string;
  readonly you: string;
  readonly agent: string;
  readonly takenBack: string;
  readonly file: (name: string) => string;
  readonly transcriptTitle: (company: string) => string;
  readonly timesIn: (timeZone: string) => string;
  readonly earlierLeftOut: string;
  readonly nothingSaid: string;
  readonly transcriptName: string;
  readonly transcriptIntro: string;
  readonly codeSubject: (company: string) => string;
  readonly codeIs: string;
  readonly codeEnds: (minutes: number) => string;
  readonly codeNotYours: string;
  readonly replySubject: (company: string) => string;
  readonly replyIntro: (names: string) => string;
  readonly replyHow: string;
  readonly toChat: string;
  readonly noReplies: string;
}

const nl: MailWords = {
  locale: 'nl-NL',
  you: 'U',
  agent: 'medewerker',
  takenBack: '[teruggenomen]',
  file: (name) => `[bestand: ${name}]`,
  transcriptTitle: (company) => `Uw gesprek met ${company}`,
  timesIn: (timeZone) => `Tijden: ${timeZone}.`,
  earlierLeftOut: 'Dit is een lang gesprek; alleen het laatste deel staat hier.',
  nothingSaid: 'Er is nog niets gezegd.',
  transcriptName: 'gesprek',
  transcriptIntro: 'U vroeg om wat er in de chat is gezegd. Hieronder staat het.',
  codeSubject: (company) => `Uw code voor de chat van ${company}`,
  codeIs: 'Typ deze code in de chat:',
  codeEnds: (minutes) => `De code werkt ${minutes} minuten.`,
  codeNotYours:
    'Heeft u dit niet gevraagd? Dan hoeft u niets te doen: zonder de code sturen we niets naar dit adres.',
  replySubject: (company) => `Antwoord op uw bericht aan ${company}`,
  replyIntro: (names) => `${names} heeft u geantwoord in de chat:`,
  replyHow: 'Wilt u reageren? Open de chat op onze website: het gesprek gaat daar verder.',
  toChat: 'Naar de chat',
  noReplies: 'Antwoorden op deze e-mail worden niet gelezen.',
};

const en: MailWords = {
  locale: 'en-GB',
  you: 'You',
  agent: 'support agent',
  takenBack: '[taken back]',
  file: (name) => `[file: ${name}]`,
  transcriptTitle: (company) => `Your conversation with ${company}`,
  timesIn: (timeZone) => `Times: ${timeZone}.`,
  earlierLeftOut: 'This is a long conversation; only its last part is shown here.',
  nothingSaid: 'Nothing has been said yet.',
  transcriptName: 'conversation',
  transcriptIntro: 'You asked for what was said in the chat. Here it is.',
  codeSubject: (company) => `Your code for the chat of ${company}`,
  codeIs: 'Type this code in the chat:',
  codeEnds: (minutes) => `The code works for ${minutes} minutes.`,
  codeNotYours:
    'Did you not ask for this? Then you need not do anything: without the code we send nothing to this address.',
  replySubject: (company) => `Answer to your message to ${company}`,
  replyIntro: (names) => `${names} has answered you in the chat:`,
  replyHow: 'Would you like to respond? Open the chat on our website: the conversation goes on there.',
  toChat: 'Go to the chat',
  noReplies: 'Replies to this e-mail are not read.',
};

export function mailWords(language: SpokenLanguage): MailWords {
  return language === 'nl' ? nl : en;
}
