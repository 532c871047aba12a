import type { HandoffReason } from '../../contracts/desk.js';
import type { MatterReason, SmallTalk } from '../contracts.js';

/** Why a person takes over, where it is told to somebody who was not offered one first. */
type ToldReason = Exclude<MatterReason, 'abuse'> | 'not-ready';

/** Ways to say the same; the bot takes the first that it did not say last. Markdown. */
export type Wordings = readonly [string, ...string[]];

/** Who wrote something and when, as people write dates; null where that is not known. */
export interface Attribution {
  readonly author: string;
  readonly date: string | null;
}

/**
 * Everything the bot says in one language. Plain words (B1), short sentences, formal address in Dutch.
 * Names and questions that are passed in must be safe in Markdown already: see `escape-markdown.ts`.
 */
export interface Phrases {
  /** IETF tag for dates and names of languages. */
  readonly locale: string;

  // --- Beginning
  /** Says that this is a bot and how to reach a person; the greeting of a page that was opened. */
  readonly welcome: (names: { bot: string; company: string }) => string;
  /** In front of a first reply that speaks of a person itself: that this is a bot, alone. */
  readonly introductionAlone: (names: { bot: string; company: string }) => string;
  /** The same in one breath, in front of the first reply to somebody who wrote at once. */
  readonly introduction: (names: { bot: string; company: string }) => string;

  // --- Answers
  readonly leadOfDoubt: Wordings;
  readonly leadOfNext: Wordings;
  /** Another answer to somebody who asks what else there is. */
  readonly leadOfOther: Wordings;
  /** The same words were quoted just before. */
  readonly leadOfAgain: Wordings;
  /** To somebody who asks whether an answer still holds: more is not known. */
  readonly leadOfStillTrue: Wordings;
  /** To somebody who waits for a person. */
  readonly leadWhileWaiting: Wordings;
  /** Introduces the next part of an answer, plain; and its first step or words alone, to somebody who did not understand it. */
  readonly readsOn: Wordings;
  readonly firstStep: Wordings;
  readonly stepAsked: (step: number) => Wordings;
  readonly inShort: Wordings;
  /** What to type for the next step, and for the next part: the words of `NEXT_WORDS`. */
  readonly typeForStep: string;
  readonly typeForMore: string;
  readonly leadOfLanguage: (languageName: string) => string;
  /** What of the customer's question an answer says nothing about; the names stand in Markdown. */
  readonly doesNotMention: (names: readonly string[]) => string;
  /** On a button: that it does matter. */
  readonly itMatters: (names: readonly string[]) => string;
  readonly alternatives: string;
  /** Introduces the words of an author, plain: the bot says "u", they speak to somebody else. */
  readonly howOthersWereHelped: (author: string) => string;
  /** Said in brackets of a quotation of which sentences were left out. */
  readonly shortened: string;
  /** The same of one that the company wrote anew, and in the line about its source. */
  readonly editedBy: (edit: { company: string; date: string | null }) => string;
  /** The same of a customer who found the answer to their own question. */
  readonly howTheySolvedIt: (author: string) => string;
  /** The same of nobody who is named. */
  readonly answerFound: string;
  /** Introduces an article of the company, plain. */
  readonly fromHelpPage: (company: string) => string;
  /** Introduces words that correct an earlier answer. */
  readonly correctedBy: (statement: Attribution) => string;
  /** The same where its author came back on it. */
  readonly cameBackOnIt: (statement: Attribution) => string;
  /** The same where the answer to a newer question says otherwise. */
  readonly overtakenBy: (statement: Attribution) => string;
  /** Stands above what somebody added to an answer; Markdown. */
  readonly addedBy: (statement: Attribution) => string;
  /** Stands above an answer that was corrected; Markdown. */
  readonly earlierBy: (statement: Attribution) => string;
  readonly sourceLine: (source: { author: string; rank: string | null; date: string | null }) => string;
  /** The same of an article of the company. */
  readonly articleLine: (source: { company: string; date: string | null }) => string;
  readonly linkTitle: string;
  /** Of a link to an article of the company. */
  readonly articleTitle: string;
  /** Of a link from an answer that the company wrote anew. */
  readonly originalTitle: string;
  readonly ageNote: (year: string) => string;
  /** Of an answer that the company marked. */
  readonly outdatedNote: string;
  /** Of an answer that may not hold any more: why. */
  readonly endedNote: (product: string) => string;
  readonly contradictedNote: string;
  readonly deadLinksNote: string;
  readonly readMore: string;
  /** Stands in brackets for somebody of the asker's: "your daughter". */
  readonly personConcerned: string;
  readonly feedbackQuestion: string;
  readonly yes: string;
  readonly no: string;
  readonly thanksForYes: Wordings;
  readonly thanksForNo: Wordings;

  /** Introduces what the company says of itself. */
  readonly companySays: (names: { company: string }) => string;

  // --- Asking back and offering
  readonly didYouMean: Wordings;
  readonly didYouMeanOne: Wordings;
  readonly noneOfThese: string;
  readonly notThis: string;
  readonly offer: Readonly<Record<HandoffReason, Wordings>>;
  /** In its place, to who asked for more of an answer, or for it in simpler words, where there is no more of it. */
  readonly offerAfter: Readonly<Record<'next' | 'not-understood', Wordings>>;
  /** Behind an offer where no agent is at the desk. */
  readonly offerWithNobody: string;
  /** The same where an answer can be promised, which is told behind it. */
  readonly offerToPromise: string;
  readonly acceptPerson: string;
  readonly declinePerson: string;
  readonly keptWithBot: Wordings;
  /** To somebody who lets the matter go. */
  readonly letGo: Wordings;
  readonly askForWords: Wordings;
  readonly filesOnly: Wordings;
  readonly chooseOne: Wordings;
  /** To a tap on a button that is none of this conversation. */
  readonly choiceLapsed: Wordings;
  readonly apology: Wordings;
  readonly apologyWhileWaiting: (place: string) => string;

  // --- When somebody is there again
  /** Which day ("today", "on Monday") and at what time. */
  readonly backAt: (day: string, time: string) => string;
  /** Until when an answer is promised. */
  readonly promised: (day: string, time: string) => string;
  readonly today: string;
  readonly tomorrow: string;
  /** A weekday, or one with its date, as it stands in a sentence. */
  readonly onDay: (day: string) => string;
  /** A time of day: the hour without a zero in front, minutes with two digits. */
  readonly timeOfDay: (hour: string, minutes: string) => string;

  // --- Hand-off
  /** To somebody annoyed, in front of an offer or hand-over. */
  readonly sympathy: string;
  /** To somebody who was not offered a person before: why a person takes over. */
  readonly handover: Readonly<Record<'asked' | ToldReason, string>>;
  /** Where no agent is at the desk: only why a person is needed; nothing for who asked for one. */
  readonly handoverWhy: Readonly<Record<ToldReason, string>>;
  /** In danger, behind the number that helps: that this is a bot, where it was not said yet. */
  readonly iAmABot: string;
  /** That a person was called with urgency, and not to wait for them. */
  readonly personInDanger: string;
  /** The same where no agent is at the desk: that nobody may be waited for. */
  readonly nobodyInDanger: string;
  /** Behind it where it is not known when somebody is there again. */
  readonly readWhenBack: string;
  /** After a death: that a person comes. */
  readonly personAfterDeath: string;
  /** The same where no agent is at the desk. */
  readonly nobodyAfterDeath: string;
  /** To somebody who asked for a person, behind a word of sympathy. */
  readonly handoverBehindSympathy: string;
  /** To somebody who accepted the offer of a person. */
  readonly handoverAccepted: string;
  /** What happens next: the place, and that nothing has to be said twice. */
  readonly handoverNext: (place: string) => string;
  /**
   * The same where no agent is at the desk: that the customer is in line, and what happens then. Here and below the place may
   * be followed by when somebody is there again.
   */
  readonly handoverToNobody: (place: string) => string;
  /** The same where an answer is promised, behind the place. */
  readonly messageLeft: (place: string) => string;
  /** Instead: too many of the customer's network wait already. */
  readonly queueIsFull: string;
  /** Behind the number that helps. */
  readonly queueIsFullInDanger: string;
  /** To who asks to be called: the bot arranges no calls. */
  readonly answeredHere: string;
  /** Everybody has left while somebody waited, who is promised an answer behind the place. */
  readonly messageStays: (place: string) => string;
  /** A promise was not kept, and the customer waits on. */
  readonly promiseBroken: (place: string) => string;
  /** A promise was not kept by an agent who has the conversation. */
  readonly brokenByAgent: (agent: string) => string;
  /** "You are next in line" for 1, else the number. */
  readonly place: (position: number) => string;
  /** To who comes back with what an agent closed of late: that agent is here, and gets it first; or that they go before others. */
  readonly backToAgent: (agent: string) => string;
  readonly backFirst: string;
  /** To somebody who moved back: somebody who needs help sooner goes first. */
  readonly overtaken: (place: string) => string;
  readonly stillWaiting: (place: string) => string;
  readonly stillWaitingAgain: (place: string) => string;
  /** Both where no agent is at the desk. */
  readonly stillWaitingForNobody: (place: string) => string;
  readonly cancelRequest: string;
  readonly cancelled: string;
  /** In a group: that only what mentions the bot is heard. */
  readonly mentionMe: string;
  readonly joined: (agent: string) => string;
  /** Another agent goes on with the conversation. */
  readonly agentChanged: (agent: string) => string;
  /** A colleague of the agent reads along, to help them, and no longer does. */
  readonly readerJoined: (name: string) => string;
  readonly readerLeft: (name: string) => string;
  /** The agent is gone in the middle of the conversation; the customer waits again. */
  readonly agentLeft: (agent: string, place: string) => string;
  /** The same where no other agent is at the desk. */
  readonly lastAgentLeft: (agent: string, place: string) => string;
  /** The agent passed the conversation on, `to` a colleague or a team; the customer waits again. */
  readonly passedOn: (agent: string, to: string, place: string) => string;
  readonly ourColleague: (name: string) => string;
  readonly ourTeam: (name: string) => string;
  /** The agent took the conversation and said nothing; the customer waits again. */
  readonly agentSilent: (agent: string, place: string) => string;
  /** The same where no other agent is at the desk. */
  readonly lastAgentSilent: (agent: string, place: string) => string;
  readonly closed: (agent: string) => string;
  /** Behind it: how satisfied they are, from 1 to 5. */
  readonly askScore: string;
  readonly thanksForScore: Wordings;
  /** The button with which they say more. */
  readonly commentOnScore: string;
  readonly askComment: Wordings;
  readonly thanksForComment: Wordings;
  readonly givenBack: (agent: string) => string;
  /** At the start of a sentence, for an agent without a name. */
  readonly anAgent: string;
  readonly theAgent: string;
  /** To somebody who waited in vain. */
  readonly expired: string;
  /** In front of it to somebody who told of danger: not to wait for us. */
  readonly expiredInDanger: string;
  /** Behind it: what they can choose. */
  readonly waitOrGoOn: string;
  readonly waitOn: string;
  readonly goOnWithBot: string;

  readonly smallTalk: Readonly<Record<SmallTalk, (names: { bot: string; company: string }) => Wordings>>;
}
