import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { safeLink } from '../../../page/safe-link.js';
import type { WebsiteTexts } from '../../website-texts.js';

/** What the settings of the server say, for what the tag does not; null where there is no answer. Never rejects. */
export async function serverTexts(server: string, language: SpokenLanguage): Promise<WebsiteTexts | null> {
  try {
    const response = await fetch(`${server}/api/webchat/texts?language=${language}`);
    if (!response.ok) return null;
    const { questions, privacyText, privacyLink } = (await response.json()) as WebsiteTexts;
    return { questions, privacyText, privacyLink: safeLink(privacyLink) ?? '' };
  } catch {
    return null;
  }
}
