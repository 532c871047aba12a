/**
 * Words by which a sentence speaks of a link that stands in another one: shown without it, they lead nowhere. Dutch and
 * English.
 */

const TARGET =
  '(?:link|linkje|url|pagina|webpagina|site|website|adres|formulier|artikel|handleiding|stappenplan|topic|overzicht|kaart|tool|page|webpage|address|form|article|guide|thread|map|checker)';
const ANNOUNCING = new RegExp(
  `(?:(?:deze|dit|de volgende|het volgende|onderstaande|this|the following|these) (?:\\p{L}+ )?${TARGET}(?: below| hieronder)?|(?:the )?${TARGET} (?:below|hieronder)|(?:hier|hieronder|onderaan|here|below|as follows)|(?:zie|kijk op|ga naar|see|check|visit|go to))[^\\p{L}\\p{N}]*$`,
  'iu',
);

/** Whether a sentence ends with the announcement of a link: "… via deze link:", "See below:", "Kijk hier". */
export function announcesLink(text: string): boolean {
  return ANNOUNCING.test(text);
}

const BACK = new RegExp(
  `(?:^|[^\\p{L}])(?:(?:op|via|in|onder|met|on|via|through|at|from) (?:deze|die|dezelfde|dat|dit|that|this|the same) (?:\\p{L}+ )?${TARGET}|(?:deze|die|dat|dit|bovenstaande|genoemde|that|this|the above) ${TARGET}|(?:de|het|the) ${TARGET} (?:hierboven|above))(?![\\p{L}\\p{N}])`,
  'iu',
);
const THERE =
  /^[^\p{L}\p{N}]{0,20}(?:(?:en |and )?(?:daar|hier|daarop|hierop|daarin|hierin) (?:vind|zie|kun|kan|staat|staan|vul|log|kies|klik|meld|lees|check)|there you|(?:you|u|je) (?:will |can |kunt |kan )?(?:find|see|vind|vindt|ziet) (?:it |them |het |ze )?(?:there|daar))(?![\p{L}])/iu;

/** Whether a sentence speaks of a link before it: "Op die pagina …", "Daar vind je …", "That page …". */
export function speaksOfLinkBefore(text: string): boolean {
  return BACK.test(text) || THERE.test(text);
}
