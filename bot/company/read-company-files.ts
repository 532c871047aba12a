import type { BotSettings } from '../settings.js';
import { readCompanyFacts } from './read-company-facts.js';
import { readOpeningHours } from './read-opening-hours.js';
import { readSafetyTexts } from './safety-texts.js';
import { readSearchFilters } from './search-filters.js';

/**
 * What the company says in files of its own.
 * @throws SAFETY_TEXTS_UNREADABLE, SAFETY_TEXTS_INVALID, COMPANY_FACTS_UNREADABLE, COMPANY_FACTS_INVALID,
 *   OPENING_HOURS_UNREADABLE, OPENING_HOURS_INVALID, SEARCH_FILTERS_UNREADABLE, SEARCH_FILTERS_INVALID
 */
export function readCompanyFiles(
  settings: Pick<
    BotSettings,
    'COMPANY_FACTS' | 'COMPANY_NAME' | 'COUNTRY' | 'OPENING_HOURS' | 'SAFETY_TEXTS' | 'SEARCH_FILTERS'
  >,
) {
  const { COMPANY_NAME: name } = settings;
  return {
    safetyTexts: readSafetyTexts(settings.SAFETY_TEXTS, settings.COUNTRY),
    companyFacts: readCompanyFacts(settings.COMPANY_FACTS, name),
    openingHours: readOpeningHours(settings.OPENING_HOURS, name),
    filterFor: readSearchFilters(settings.SEARCH_FILTERS),
  };
}
