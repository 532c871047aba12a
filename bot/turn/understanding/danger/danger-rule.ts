import type { SpokenLanguage } from '../../../contracts/messages.js';
import type { DangerKind } from '../../contracts.js';

/** A rule of what is danger, read over one sentence in normal form. */
export interface DangerRule {
  readonly kind: DangerKind;
  /** The language its words are of. */
  readonly language: SpokenLanguage;
  readonly pattern: RegExp;
  /** Where this matches too, the rule does not hold: another meaning, a film, a question of how to prevent it. */
  readonly unless: RegExp | null;
}

/** Groups that the rules are written with; `{name}` in a rule stands for one. Every gap has an end: time stays linear. */
const GROUPS: Readonly<Record<string, string>> = {
  few: '(?: \\w+){0,2}',
  some: '(?: \\w+){0,4}',
  many: '(?: \\w+){0,7}',
  far: '(?: \\w+){0,12}',
  /** Words that change nothing between "I" and what is wished. */
  soft: '(?: (?:gewoon|echt|nu|eigenlijk|alleen|maar|zo|graag|toch|weer|soms|eerlijk|gezegd|het|liefst|liever|helemaal|ook|meer|er|vandaag|morgen|vannacht|just|really|only|so|now|also|sometimes|literally|honestly|actually|to|tonight)){0,4}',
  /** A while ago or how it came, between somebody and their death. */
  lately:
    '(?: (?:is|zijn|was|heeft|has|have|had|just|recently|sadly|suddenly|unfortunately|last|this|week|month|year|yesterday|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|onlangs|plotseling|plots|gisteren|vandaag|helaas|vorige|vorig|vannacht|jaar|maand|pas|net|zojuist|deze|in|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|al|inmiddels|nu)){0,6}',
  self: '(?:mezelf|mijzelf|me ?zelf|mij ?zelf|mn ?zelf|zichzelf|zich ?zelf|hemzelf|haarzelf|onszelf|zich|myself|my ?self|himself|herself|themselves|themself)',
  /** Somebody whom a customer worries about. */
  other:
    '(?:zoon(?:tje)?|dochter(?:tje)?|man|vrouw|partner|vriend(?:in)?|broer(?:tje)?|zus(?:je|ter)?|moeder|vader|ma|pa|mama|papa|opa|oma|buurman|buurvrouw|collega|kind|client(?:e)?|klant|huisgenoot|hij|ze|zij|iemand|son|daughter|husband|wife|boyfriend|girlfriend|friend|brother|sister|mother|mum|mom|father|dad|neighbou?r|colleague|flatmate|roommate|child|kid|he|she|they|somebody|someone)',
  relative:
    '(?:man|vrouw|vader|moeder|ma|pa|mama|papa|mam|pap|opa|oma|zoon(?:tje)?|dochter(?:tje)?|broer(?:tje)?|zus(?:je|ter)?|partner|echtgeno+te?|ouders?|schoon(?:vader|moeder|ouders|broer|zus|zoon|dochter)|vriend(?:in)?|tante|oom|kind|buurman|buurvrouw|grootvader|grootmoeder|husband|wife|father|mother|mum|mom|dad|son|daughter|brother|sister|grandmother|grandfather|grandma|grandpa|nan|gran|grandad|uncle|aunt|parents?|fiancee?|mother in law|father in law|spouse)',
  /** What is stolen or lost with the customer's money or number in it. */
  thing:
    '(?:telefoon|telefoontje|mobiel|mobieltje|iphone|samsung|smartphone|toestel|gsm|sim(?: ?kaart)?|tas|handtas|rugzak|portemonnee|portefeuille|bankpas(?:je)?|pinpas(?:je)?|pas|pasje|passen|bankkaart|creditcard|kredietkaart|laptop|tablet|phone|mobile|handset|sim ?card|wallet|purse|handbag|bag|bank ?card|debit ?card|credit ?card|card|cards)',
  /** What catches fire, smokes or bursts. */
  appliance:
    '(?:router|modem|meterkast|stopcontact|stekker|stekkerdoos|telefoon|gsm|mobiel|iphone|laptop|tablet|accu|batterij|oplader|lader|kabel|snoer|tv|televisie|kastje|decoder|powerbank|droger|droogkast|wasmachine|oven|magnetron|friteuse|kachel|ketel|cv ketel|deken|apparaat|adapter|transformator|omvormer|charger|phone|battery|cable|cord|socket|outlet|plug|fuse ?box|meter|box|power ?bank|dryer|kettle|heater|boiler|blanket|adapter|device|set top box|wall|muur)',
  building:
    '(?:huis|woning|keuken|flat|appartement|kelder|schuur|garage|zolder|kamer|slaapkamer|woonkamer|gang|hal|winkel|kantoor|gebouw|portiek|meterkast|house|home|kitchen|flat|apartment|basement|shed|garage|attic|room|bedroom|hallway|building|office|shop)',
  lichaam:
    '(?:hand|handen|vinger|vingers|duim|gezicht|arm|armen|been|benen|voet|voeten|hals|nek|oog|ogen|huid|mond|lip|lippen|keel|borst|buik|hoofd|oor|teen|neus|pols|kuit|slaap|zoon|zoontje|dochter|dochtertje|kind|kindje|baby|staartbeen|vriendin)',
  body: '(?:hand|hands|finger|fingers|thumb|arm|arms|leg|legs|face|eye|eyes|neck|foot|feet|toes|skin|mouth|lip|lips|throat|chest|forehead|calf|calves|belly|tummy|heel|ear|wrist|head|son|daughter|kid|child|baby)',
};

/**
 * Makes a rule of patterns in which `{name}` stands for a group of words. What stands between two bars must stand alone:
 * `gaslucht` does not match in "gasluchtmeter".
 * @param unless where this matches in the same sentence too, the rule does not hold
 */
export function danger(
  kind: DangerKind,
  language: SpokenLanguage,
  pattern: string,
  unless?: string,
): DangerRule {
  return { kind, language, pattern: read(pattern), unless: unless === undefined ? null : read(unless) };
}

function read(pattern: string): RegExp {
  const joined = pattern.replace(/\n\s*/g, '');
  return new RegExp(
    `\\b(?:${joined.replace(/\{([a-z]+)\}/g, (_, name: string) => GROUPS[name] ?? name)})\\b`,
  );
}
