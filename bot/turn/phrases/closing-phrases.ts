import type { SpokenLanguage } from '../../contracts/messages.js';
import type { Wordings } from './phrases.js';

/** Words for a customer by who had them. */
interface ByStanding {
  readonly withBot: string;
  readonly withAgent: string;
  readonly waiting: string;
}

/** What is said when a customer ends a conversation, and when it was closed for a while. */
interface ClosingPhrases {
  readonly ended: ByStanding;
  /** The customer begins anew. */
  readonly anew: ByStanding;
  /** In front of the file. */
  readonly transcript: string;
  /** Where no file can be sent. */
  readonly noTranscript: string;
  /** A day after an agent closed. */
  readonly askSolved: (agent: string) => string;
  readonly solved: string;
  readonly notSolved: string;
  readonly thanksForSolved: Wordings;
}

const nl: ClosingPhrases = {
  ended: {
    withBot:
      'U heeft het gesprek beëindigd. Wilt u toch nog iets vragen? Schrijf het hier, dan help ik u weer verder.',
    withAgent:
      'U heeft het gesprek beëindigd. Wilt u toch nog iets vragen? Schrijf het hier: ik help u dan weer verder, en u kunt altijd opnieuw om een medewerker vragen.',
    waiting:
      'U heeft het gesprek beëindigd en staat niet meer in de rij. Wilt u toch nog iets vragen? Schrijf het hier, dan help ik u weer verder.',
  },
  anew: {
    withBot: 'We beginnen opnieuw. Wat is uw vraag?',
    withAgent: 'Het gesprek met de medewerker is beëindigd en we beginnen opnieuw. Wat is uw vraag?',
    waiting: 'We beginnen opnieuw; u staat niet meer in de rij. Wat is uw vraag?',
  },
  transcript: 'Hier is ons gesprek tot nu toe, als tekstbestand.',
  noTranscript: 'Een bestand kan ik u hier nu niet sturen. U kunt het gesprek in deze chat teruglezen.',
  askSolved: (agent) => `${agent} heeft u eerder in dit gesprek geholpen. Is het daarna opgelost gebleven?`,
  solved: 'Ja, het is opgelost',
  notSolved: 'Nee, nog niet',
  thanksForSolved: ['Fijn om te horen, dank u wel.', 'Mooi, dank u voor het laten weten.'],
};

const en: ClosingPhrases = {
  ended: {
    withBot:
      'You have ended this chat. Do you want to ask something after all? Write it here and I will help you again.',
    withAgent:
      'You have ended this chat. Do you want to ask something after all? Write it here: I will help you again, and you can always ask for a person.',
    waiting:
      'You have ended this chat and are no longer in line. Do you want to ask something after all? Write it here and I will help you again.',
  },
  anew: {
    withBot: 'We start over. What is your question?',
    withAgent: 'The chat with the agent has ended and we start over. What is your question?',
    waiting: 'We start over; you are no longer in line. What is your question?',
  },
  transcript: 'Here is our conversation so far, as a text file.',
  noTranscript: 'I cannot send you a file here now. You can read the conversation again in this chat.',
  askSolved: (agent) => `${agent} helped you in this chat earlier. Has it stayed solved since then?`,
  solved: 'Yes, it is solved',
  notSolved: 'No, not yet',
  thanksForSolved: ['Good to hear, thank you.', 'Great, thank you for telling us.'],
};

export function closingPhrases(language: SpokenLanguage): ClosingPhrases {
  return language === 'nl' ? nl : en;
}
