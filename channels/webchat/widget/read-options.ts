import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import { safeLink } from '../../page/safe-link.js';
import { type BrandColors, brandColors } from './brand-colors.js';
import { chooseLanguage, widgetWords } from './words/choose-words.js';
import type { WidgetWords } from './words/words.js';

/** What the company sets by attributes of the tag. */
export interface WidgetOptions {
  /** Address of the server without a slash at the end. */
  readonly server: string;
  readonly language: SpokenLanguage;
  readonly words: WidgetWords;
  readonly colors: BrandColors;
  readonly title: string;
  readonly greeting: string;
  readonly botName: string;
  /** '' where the tag names none. */
  readonly company: string;
  /** Questions to begin with, as buttons. */
  readonly questions: readonly string[];
  /** What is said of privacy, and where more stands; '' for nothing. */
  readonly privacyText: string;
  readonly privacyLink: string;
}

const MOST_QUESTIONS = 6;

/**
 * Reads the attributes of the tag; what is missing gets a default in the language of the page.
 * @param attribute value of an attribute, null where it is not there
 * @param page where the script came from, and which languages page and browser have
 */
export function readOptions(
  attribute: (name: string) => string | null,
  page: { readonly origin: string; readonly language: string; readonly browserLanguage: string },
): WidgetOptions {
  const language = chooseLanguage([attribute('language'), page.language, page.browserLanguage]);
  const words = widgetWords(language);
  const company = (attribute('company') ?? '').trim();
  const questions = attribute(`questions-${language}`) ?? attribute('questions') ?? '';
  const privacyLink = safeLink(attribute('privacy-link') ?? '') ?? '';
  return {
    server: (attribute('server') || page.origin).replace(/\/+$/, ''),
    language,
    words,
    colors: brandColors(attribute('color')),
    title: attribute('chat-title') || words.title(company),
    greeting: attribute('greeting') || words.greeting,
    company,
    questions: questions
      .split('|')
      .map((question) => question.trim())
      .filter((question) => question !== '')
      .slice(0, MOST_QUESTIONS),
    privacyText: attribute('privacy-text') ?? (privacyLink === '' ? '' : words.privacy),
    privacyLink,
    botName: attribute('bot-name') || (company === '' ? words.botName : `${words.botName} ${company}`),
  };
}
