import { type DangerRule, danger } from './danger-rule.js';

/** Insurance and wills, or a death that has not come. */
const NOT_MOURNED =
  'uitvaartverzekering|levensverzekering|overlijdensrisico\\w*|life insurance|als ik (?:overlijd|dood|doodga|kom)|if i die|when i die|after i die|mocht ik|batterij|battery|film|movie|serie|series|game|telefoon is|phone (?:is|has)|als een|rouwkaart|rouwadvertentie|hond|kat|dog|cat|acteur|actor|zanger|singer';
/** What a customer wants of the company then; a question about the late mother's photos is one for the community. */
const TO_END =
  '(?:abonnementen|abonnement|contract|rekening|nummer|account|opzeggen|stopzetten|stoppen|afsluiten|beeindigen|overzetten|opheffen|subscription|plan|contract|bill|number|phone line|cancel|close|end|terminate|stop)';

/** A death in the family or of a customer. */
export const DEATH_RULES: readonly DangerRule[] = [
  danger(
    'death',
    'nl',
    `{relative}(?: \\w+){0,6} (?:overleden|gestorven|ontvallen|heengegaan|weggevallen)|(?:overleden|gestorven) {relative}{some} ${TO_END}|${TO_END}{some} overleden {relative}|{relative}{lately} dood(?:gegaan)?$|{relative}{lately} dood (?:en|hoe|wat|nu|dus|kan|kunnen|kunt|wil|ik|gegaan)|{relative}{lately} overleed|(?:zij|ze|abonnee|rekeninghouder|contracthouder|klant|familielid|nabestaande|huurder|bewoner|lid){some} (?:overleden|gestorven)|
     nabestaanden?|(?:na|wegens|door|melden|melding|doorgeven|vanwege|in verband met|ivm|i v m){few} (?:het |een )?(?:overlijden|sterfgeval)|overlijden (?:van|melden|doorgeven)|erfgena(?:am|men)|
     (?:heeft|hebben) (?:zichzelf|zelfmoord|zelfdoding|suicide){few} (?:gepleegd|van het leven beroofd)`,
    NOT_MOURNED,
  ),
  danger(
    'death',
    'en',
    `{relative}(?: \\w+){0,6} (?:passed away|passed on|has died|deceased|no longer with us)|(?:late|deceased) {relative}s?{some} ${TO_END}|${TO_END}{some} (?:late|deceased) {relative}s?|{relative}{lately} (?:died|dead|passed)(?: away| on)?|(?:he|she|account holder|customer|subscriber){few} (?:passed away|has died|died)|passed away|
     bereave(?:d|ment)|next of kin|(?:report|notify|register|reporting){few} (?:a |the |of )?death|executor of|estate of|committed suicide`,
    NOT_MOURNED,
  ),
];
