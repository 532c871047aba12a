import type { Hear } from '../../../index/contracts/hearing.js';
import type { KnowledgeBase } from '../../../index/contracts/search.js';
import { createFactFinder } from '../../company/fact-finder.js';
import { readCompanyFacts } from '../../company/read-company-facts.js';
import { readSafetyTexts } from '../../company/safety-texts.js';
import type { BotSettings } from '../../settings.js';
import type { Dialogue, SeenTurn } from './dialogue.js';
import { holdDialogue } from './hold-dialogue.js';

/** What of the bot's settings decides what is said. */
export type SpeakingSettings = Pick<
  BotSettings,
  'COMPANY_NAME' | 'COMPANY_FACTS' | 'COUNTRY' | 'SAFETY_TEXTS'
>;

/**
 * Holds dialogues one after the other, each from its beginning.
 * @throws SAFETY_TEXTS_UNREADABLE, SAFETY_TEXTS_INVALID, COMPANY_FACTS_UNREADABLE, COMPANY_FACTS_INVALID
 */
export async function holdDialogues(
  dialogues: readonly Dialogue[],
  parts: { readonly knowledgeBase: KnowledgeBase; readonly hear: Hear },
  settings: SpeakingSettings,
): Promise<SeenTurn[]> {
  const { COMPANY_NAME: company, COMPANY_FACTS: facts, COUNTRY: country, SAFETY_TEXTS: texts } = settings;
  const companyFacts = readCompanyFacts(facts, company);
  const factFinder = createFactFinder(companyFacts, {
    company,
    vectorsOf: parts.knowledgeBase.vectorsOf?.bind(parts.knowledgeBase),
    onFailure(error) {
      throw error;
    },
  });
  await factFinder.prepare();
  const said = { companyFacts, factFinder, safetyTexts: readSafetyTexts(texts, country) };
  const turns: SeenTurn[] = [];
  for (const dialogue of dialogues) turns.push(...(await holdDialogue({ ...parts, ...said }, dialogue)));
  return turns;
}
