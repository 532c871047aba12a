import type { DisagreementSubject } from '../../../index/contracts/pair-decisions.js';
import type { LeadReason } from '../../joining/contracts.js';
import type { ReportLanguage } from './contracts.js';

/** What is told of threads that ask the same. */
export interface JoinWords {
  /** What content people settled. */
  readonly byRule: (count: number) => string;
  readonly joined: (count: number) => string;
  /** Where nothing is joined, only named. */
  readonly wouldJoin: (count: number) => string;
  readonly standsBehind: (leader: string, because: string) => string;
  readonly because: Readonly<Record<LeadReason, string>>;
  readonly contradictions: (count: number) => string;
  readonly noContradictions: string;
  readonly about: Readonly<Record<DisagreementSubject, string>>;
  readonly older: string;
  readonly newer: string;
  readonly believedLess: string;
  readonly withheld: string;
  /** How to settle it; the file is named. */
  readonly howToUndo: (file: string) => string;
  /** Heading of the threads that are told with an item. */
  readonly alsoAsked: string;
  readonly unusedRule: (position: string) => string;
}

export const joinWords: Readonly<Record<ReportLanguage, JoinWords>> = {
  nl: {
    byRule: (count) => `Als één beantwoord omdat u dat bepaalde (${count})`,
    joined: (count) => `Dezelfde vraag, overeenkomend antwoord: als één beantwoord (${count})`,
    wouldJoin: (count) =>
      `Dezelfde vraag, overeenkomend antwoord: niet samengevoegd, alleen genoemd (${count})`,
    standsBehind: (leader, because) => `staat achter "${leader}": ${because}`,
    because: {
      rule: 'door u bepaald',
      pinned: 'dat antwoord is vastgezet',
      community: 'dat antwoord is van de community, dit is een artikel van het bedrijf',
      rank: 'dat antwoord is van het bedrijf',
      accepted: 'dat antwoord is geaccepteerd',
      votes: 'dat antwoord kreeg meer stemmen',
      newer: 'dat antwoord is nieuwer',
      first: 'dat antwoord stond er het eerst',
    },
    contradictions: (count) => `Antwoorden die elkaar tegenspreken op dezelfde vraag (${count})`,
    noContradictions: 'Geen antwoorden die elkaar tegenspreken.',
    about: {
      money: 'een bedrag',
      amount: 'een aantal of termijn',
      verdict: 'ja of nee',
      steps: 'wat u wel of niet moet doen',
    },
    older: 'ouder',
    newer: 'nieuwer',
    believedLess: 'de bot geeft het oudere antwoord minder snel',
    withheld: 'geen van beide wordt gegeven totdat u beslist',
    howToUndo: (file) =>
      `Klopt dit niet, of wilt u beslissen? Dat kan op de pagina Inhoud van de desk, of met een regel in ${file}: {"rule": "join", "threads": [wat geldt, het andere]} of {"rule": "separate", "threads": […]}.`,
    alsoAsked: 'Dezelfde vraag is ook beantwoord in:',
    unusedRule: (position) =>
      `Deze regel gaat over een topic dat er niet is, of kan niet gevolgd worden: ${position}`,
  },
  en: {
    byRule: (count) => `Answered as one because you settled it (${count})`,
    joined: (count) => `The same question with answers that agree: answered as one (${count})`,
    wouldJoin: (count) => `The same question with answers that agree: named only, not joined (${count})`,
    standsBehind: (leader, because) => `stands behind "${leader}": ${because}`,
    because: {
      rule: 'you settled it',
      pinned: 'that answer is pinned',
      community: 'that answer is of the community, this is an article of the company',
      rank: 'that answer is of the company',
      accepted: 'that answer was accepted',
      votes: 'that answer has more votes',
      newer: 'that answer is newer',
      first: 'that answer was there first',
    },
    contradictions: (count) => `Answers that contradict each other on one question (${count})`,
    noContradictions: 'No answers contradict each other.',
    about: {
      money: 'an amount of money',
      amount: 'a number or a period',
      verdict: 'yes or no',
      steps: 'what to do and what not',
    },
    older: 'older',
    newer: 'newer',
    believedLess: 'the bot gives the older answer less readily',
    withheld: 'neither is given until you decide',
    howToUndo: (file) =>
      `Is this wrong, or do you want to decide? Do so on the content page of the desk, or put a line into ${file}: {"rule": "join", "threads": [what holds, the other]} or {"rule": "separate", "threads": […]}.`,
    alsoAsked: 'The same question was answered in:',
    unusedRule: (position) =>
      `This rule is about a thread that is not there, or cannot be followed: ${position}`,
  },
};
