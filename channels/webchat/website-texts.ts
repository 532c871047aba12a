import type { SpokenLanguage } from '../../bot/contracts/messages.js';
import { Router } from '../server/http.js';
import { limitPerMinute } from '../server/rate-limit.js';
import type { ChannelSettings } from '../settings.js';
import { allowOrigins } from './direct-line/origins.js';

/** What the company shows in the widget before anything was said; '' and none where it set nothing. */
export interface WebsiteTexts {
  readonly questions: readonly string[];
  readonly privacyText: string;
  readonly privacyLink: string;
}

const PATH = '/api/webchat/texts';
const MOST_QUESTIONS = 6;
/** So long a page may go on with what the settings were before a restart. */
const KEPT_SECONDS = 300;

/** The texts of a language as the settings have them; a language without questions, or without a text, gets the other's. Pure. */
export function websiteTexts(settings: ChannelSettings, language: SpokenLanguage): WebsiteTexts {
  const { WEBCHAT_QUESTIONS_NL: nl, WEBCHAT_QUESTIONS_EN: en } = settings;
  const { WEBCHAT_PRIVACY_TEXT_NL: textNl, WEBCHAT_PRIVACY_TEXT_EN: textEn } = settings;
  const ofLanguage = (dutch: string | undefined, english: string | undefined) =>
    (language === 'nl' ? (dutch ?? english) : (english ?? dutch)) ?? '';
  return {
    questions: ofLanguage(nl, en)
      .split('|')
      .map((question) => question.trim())
      .filter((question) => question !== '')
      .slice(0, MOST_QUESTIONS),
    privacyText: ofLanguage(textNl, textEn),
    privacyLink: settings.WEBCHAT_PRIVACY_LINK ?? '',
  };
}

/** `GET /api/webchat/texts?language=nl`: asked for by the widget when the chat is first opened, never before. */
export function createTextsRouter(settings: ChannelSettings): Router {
  const router = Router();
  router.get(
    PATH,
    allowOrigins(settings),
    limitPerMinute(settings.WEBCHAT_TOKENS_PER_MINUTE),
    (request, response) => {
      response.set('Cache-Control', `private, max-age=${KEPT_SECONDS}`);
      response.json(websiteTexts(settings, request.query.language === 'en' ? 'en' : 'nl'));
    },
  );
  return router;
}
