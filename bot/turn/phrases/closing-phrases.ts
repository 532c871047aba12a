import type { SpokenLanguage } from '../../contracts/messages.js';
import type { Wordings } from './phrases.js';

/** What is said when a customer ends a conversation, and when it was closed for a while. */
interface ClosingPhrases {
  readonly ended: string;
  /** While an agent had them. */
  readonly endedWithAgent: string;
  readonly endedWaiting: string;
  /** A day after an agent closed. */
  readonly askSolved: (agent: string) => string;
  readonly solved: string;
  readonly notSolved: string;
  readonly thanksForSolved: Wordings;
}

const nl: ClosingPhrases = {
  ended:
    'U heeft het gesprek beëindigd. Wilt u toch nog iets vragen? Schrijf het hier, dan help ik u weer verder.',
  endedWithAgent:
    'U heeft het gesprek beëindigd. Wilt u toch nog iets vragen? Schrijf het hier: ik help u dan weer verder, en u kunt altijd opnieuw om een medewerker vragen.',
  endedWaiting:
    'U heeft het gesprek beëindigd en staat niet meer in de rij. Wilt u toch nog iets vragen? Schrijf het hier, dan help ik u weer verder.',
  askSolved: (agent) => `${agent} heeft u eerder in dit gesprek geholpen. Is het daarna opgelost gebleven?`,
  solved: 'Ja, het is opgelost',
  notSolved: 'Nee, nog niet',
  thanksForSolved: ['Fijn om te horen, dank u wel.', 'Mooi, dank u voor het laten weten.'],
};

const en: ClosingPhrases = {
  ended:
    'You have ended this chat. Do you want to ask something after all? Write it here and I will help you again.',
  endedWithAgent:
    'You have ended this chat. Do you want to ask something after all? Write it here: I will help you again, and you can always ask for a person.',
  endedWaiting:
    'You have ended this chat and are no longer in line. Do you want to ask something after all? Write it here and I will help you again.',
  askSolved: (agent) => `${agent} helped you in this chat earlier. Has it stayed solved since then?`,
  solved: 'Yes, it is solved',
  notSolved: 'No, not yet',
  thanksForSolved: ['Good to hear, thank you.', 'Great, thank you for telling us.'],
};

export function closingPhrases(language: SpokenLanguage): ClosingPhrases {
  return language === 'nl' ? nl : en;
}
