import type { ChoiceValue } from '../../../bot/contracts/messages.js';
import { profileWords } from './profile-words.js';

/** What Meta takes at most ("Messenger Profile"); the lengths of titles are those its own tools cut at. */
export const PROFILE_LIMITS = { greeting: 160, menuTitle: 30, question: 80, questions: 4 };

/** The parts of a page's profile that we set; together, because the menu needs Get Started. */
export const PROFILE_FIELDS = ['get_started', 'greeting', 'persistent_menu', 'ice_breakers'] as const;

/** Payload of the tap on "Get Started"; the webhook takes it as a customer who came in. */
const GET_STARTED = 'GET_STARTED';

/** Locales of Meta that are spoken Dutch to; every other one gets `default`, English. */
const DUTCH_LOCALES = ['nl_NL', 'nl_BE'];

/**
 * Questions that a customer may begin with, in each language, within PROFILE_LIMITS. Where one has none, the other's are
 * shown; where both have none, Meta shows the button "Get Started".
 */
export interface FirstQuestions {
  readonly nl: readonly string[];
  readonly en: readonly string[];
}

export interface ProfileFacts {
  readonly botName: string;
  readonly companyName: string;
  /** https address of the website for the menu; null leaves it out. */
  readonly websiteUrl: string | null;
  readonly questions: FirstQuestions;
}

export type Profile = Readonly<Record<(typeof PROFILE_FIELDS)[number], unknown>>;

/**
 * What a page shows before and beside the conversation: the button that starts it, a greeting that says that a program
 * answers, a menu by which a person is always one tap away, and first questions. Pure; the body of a POST to
 * `/me/messenger_profile`.
 */
export function profileOf(facts: ProfileFacts): Profile {
  return {
    get_started: { payload: GET_STARTED },
    greeting: byLocale((language) => ({ text: greetingOf(language, facts) })),
    persistent_menu: byLocale((language) => ({
      composer_input_disabled: false,
      call_to_actions: menuOf(language, facts),
    })),
    ice_breakers: byLocale((language) => ({
      call_to_actions: questionsIn(language, facts)
        // The payload comes back as a postback; one that is no choice is read as the customer's words.
        .map((question) => ({ question, payload: question })),
    })).filter((entry) => entry.call_to_actions.length > 0),
  };
}

function byLocale<Entry>(entryOf: (language: 'nl' | 'en') => Entry): (Entry & { readonly locale: string })[] {
  return [
    { locale: 'default', ...entryOf('en') },
    ...DUTCH_LOCALES.map((locale) => ({ locale, ...entryOf('nl') })),
  ];
}

/** Meta refuses first questions without those of the locale `default`. */
function questionsIn(language: 'nl' | 'en', { questions }: ProfileFacts): readonly string[] {
  const other = language === 'nl' ? questions.en : questions.nl;
  return questions[language].length > 0 ? questions[language] : other;
}

/** A long name of the company or the bot is left out before a sentence is cut. */
function greetingOf(language: 'nl' | 'en', { botName, companyName }: ProfileFacts): string {
  const { greeting, shortGreeting } = profileWords[language];
  const whole = greeting(botName, companyName);
  return whole.length <= PROFILE_LIMITS.greeting ? whole : shortGreeting;
}

function menuOf(language: 'nl' | 'en', { websiteUrl, companyName }: ProfileFacts) {
  const { talkToPerson, startAnew, transcript, end, website, shortWebsite } = profileWords[language];
  const taps: readonly (readonly [title: string, value: ChoiceValue])[] = [
    [talkToPerson, { action: 'request-person' }],
    [startAnew, { action: 'start-anew' }],
    [transcript, { action: 'send-transcript' }],
    [end, { action: 'end-conversation' }],
  ];
  const long = website(companyName);
  const websiteTitle = long.length <= PROFILE_LIMITS.menuTitle ? long : shortWebsite;
  return [
    ...taps.map(([title, value]) => ({ type: 'postback', title, payload: JSON.stringify(value) })),
    ...(websiteUrl === null ? [] : [{ type: 'web_url', title: websiteTitle, url: websiteUrl }]),
  ];
}
