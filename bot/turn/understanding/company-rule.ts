import type { HandoffReason } from '../../contracts.js';

/** A rule of what only the company can settle, read over normalised text. */
export interface CompanyRule {
  readonly reason: Extract<HandoffReason, 'account' | 'order' | 'complaint'>;
  /** Whether only the company can help; otherwise an answer that is sure enough still counts. */
  readonly isClear: boolean;
  readonly pattern: RegExp;
  /** Where this matches too, the rule does not hold: asking for the way, for others, in general. */
  readonly unless?: RegExp;
}

/** Groups that the rules are written with; `{name}` in a rule stands for one. */
const GROUPS: Readonly<Record<string, string>> = {
  own: '(mijn|mn|onze|m n|my|our|me|ons)',
  bill: '((eerste |laatste |nieuwe |last |latest |first |internet |mobiele )?(factu+r(en|bedrag)?|internetrekening|telefoonrekening|energierekening|rekening(en)?|nota(s)?|maandbedrag|incasso|afschrijving(en)?|bill(s)?|invoice(s)?|phone bill|internet bill|direct debit))',
  goods:
    '((nieuwe |bestelde |new |replacement |vervangende )?(bestelling(en)?|pakket(je)?|pakje|order|zending|levering|simkaart|sim ?card|sim|router|modem|toestel|telefoon|decoder|tv kastje|tv box|kastje|box|phone|handset|package|parcel|delivery|retourlabel|starterspakket|installatiepakket|starter kit))',
  visit:
    '(afspraak|monteur(afspraak)?|monteursafspraak|installatie ?afspraak|installatie|appointment|engineer|technician|visit|installation)',
  contract:
    '((internet|mobiele |tv )?abonnement(en)?|contract(en)?|account|adres|rekeningnummer|iban|naam|bundel|gegevens|email ?adres|mailadres|telefoonnummer|nummer|simkaart|postcode|geboortedatum|betaalwijze|betaalgegevens|bestelling|order|afspraak|plan|subscription|address|name|bank (account|details)|details|phone number|number|sim( card)?|email( address)?|payment (method|details)|date of birth|appointment|bundle|internet|account|line|lijn|aansluiting|connection|nota|factuur|rekening|bill|invoice|tv|pakket|package)',
  please:
    '(kunt u|kun u|kun je|kan je|kunnen jullie|kunnen jullie|kan iemand|wilt u|wil je|willen jullie|zou je|zou u|zouden jullie|kan je|graag|gelieve|can you|could you|would you|will you|can someone|could someone|can somebody|please|can u)',
  act: '(wijzigen|aanpassen|veranderen|opzeggen|annuleren|stopzetten|stoppen|verwijderen|corrigeren|deblokkeren|blokkeren|omzetten|overzetten|verlengen|beeindigen|afsluiten|activeren|controleren|nakijken|checken|bekijken|opzoeken|verzetten|verplaatsen|afzeggen|rechtzetten|crediteren|kwijtschelden|terugdraaien|uitzetten|aanzetten)',
  doing:
    '(wijzig|verander|pas|zeg|annuleer|beeindig|verwijder|verleng|corrigeer|blokkeer|deblokkeer|stop|verzet|controleer|check|change|update|cancel|terminate|delete|remove|unblock|block|correct|fix|close|extend|renew|end|reschedule|move|activate|deactivate|adjust|upgrade|downgrade)',
  moment: '(nog|steeds|altijd|still|yet|al|alweer|weer)',
};

/** How-to and general questions: the community can answer these. */
export const WAY =
  '\\b(hoe|waar (vind|kan|zie|staat|staan|moet|pas|haal|meld|geef)|how (do|can|to|would|should|does|could|long|much)|where (can|do|is the|to)|is het mogelijk|is it possible|kan ik( \\w+){0,2} zelf|wat (is|betekent|zijn|houdt|moet|kan|gebeurt)|what (is|does|are|do|should|happens|if)|welke|which|steps|stappen|what s|whats|wanneer (wordt|komt|krijg) (de|een)|when (is|does) (the|a)|do i (have|need) to|moet ik|waarom|why)\\b';
export const HOW =
  '\\b(hoe(?! jullie)|how (do|can|to|would|should|could)|waar (kan|vind|zie|moet|pas|haal|meld|geef)|where (can|do|to)|is it possible|is het mogelijk|kan ik|mag ik|can i|may i|could i)\\b';
export const ABOUT_APPS =
  '\\b(app|wifi|wachtwoord|password|instelling(en)?|settings?|voicemail|dns|ssid|netwerknaam|network name|pin(code)?|apn)\\b';

/** Only the company can help. */
export const CLEAR = true;
/** An answer that is sure enough is better. */
export const UNLESS_BETTER = false;

/** Makes a rule of patterns in which `{name}` stands for a group of words. */
export function rule(
  reason: CompanyRule['reason'],
  isClear: boolean,
  pattern: string,
  unless?: string,
): CompanyRule {
  const read = (text: string) =>
    new RegExp(text.replace(/\{(\w+)\}/g, (_, name: string) => GROUPS[name] ?? name));
  return { reason, isClear, pattern: read(pattern), ...(unless ? { unless: read(unless) } : {}) };
}
