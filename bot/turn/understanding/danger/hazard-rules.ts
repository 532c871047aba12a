import { type DangerRule, danger } from './danger-rule.js';

const EMERGENCY = '(?:112|1 1 2|911|999)';
/** What 112 is besides a number to call, and questions about it in general. */
const OTHER_112 = `(?:kanaal|zender|channel|fout|foutcode|code|error|huisnummer|pagina|page|nummer) ${EMERGENCY}|${EMERGENCY} (?:euro|mb|gb|mbps|uur|minuten|channels)|zonder sim|without (?:a )?sim|in het buitenland|abroad|wanneer|calls? only|emergency calls only|alleen noodoproepen`;
/** Long ago, in general, or how to be ready for it. */
const NOT_NOW =
  'verzeker\\w*|insur\\w*|geleden|vorig jaar|vorige (?:maand|zomer|winter)|last (?:year|month)|years ago|months ago|voorkom\\w*|prevent\\w*|film|movie|serie|series|game|spel|aansprakelijk|liable|liability|notice before action|denken dat|alsof|(?:die|grote) brand|sigaret\\w*|cigarettes?|barbecue|bbq';
const LIGHTS =
  '(?:lampje|lampjes|lamp|lampen|led|leds|ledje|licht|lichtje|light|lights|groen|blauw|oranje|wit|paars|green|blue|orange|white)';

/** Fire, gas, carbon monoxide, and help that cannot be called. */
export const HAZARD_RULES: readonly DangerRule[] = [
  danger(
    'emergency-call',
    'nl',
    `${EMERGENCY}{some} (?:niet|onbereikbaar|geen){some} (?:bellen|bel|bereik\\w*|bereikbaar|verbinding|gehoor|contact|op|gaat|over|door|werkt|doen)|${EMERGENCY} (?:bellen )?(?:doet het niet|werkt niet|lukt niet|gaat niet|onbereikbaar|is niet bereikbaar|is onbereikbaar|niet bereikbaar|geeft geen gehoor|neemt niet op)|
     (?:kan|kon|lukt|krijg|kom|kunnen){some} (?:geen|niet|niemand){few} ${EMERGENCY}|(?:kan|kon|kunnen|krijg){some} ${EMERGENCY}{few} niet|geen (?:verbinding|gehoor|contact){few} (?:met|bij|op) ${EMERGENCY}|niet door bij ${EMERGENCY}|
     (?:kan|kunnen|kon|krijg|krijgen){some} (?:ambulance|politie|brandweer|alarmnummer|noodnummer|alarmcentrale|meldkamer){few} niet (?:bellen|bereiken|te pakken|aan de lijn)|(?:kan|kunnen|krijg|krijgen) (?:geen|niet){few} (?:ambulance|brandweer|alarmnummer|noodnummer|alarmcentrale) (?:bellen|bereiken|aan de lijn)|
     (?:alarmnummer|noodnummer|alarmcentrale) (?:is onbereikbaar|doet het niet|werkt niet|is niet bereikbaar)`,
    OTHER_112,
  ),
  danger(
    'emergency-call',
    'en',
    `(?:cant|cannot|can not|can t|couldnt|could not|unable to|not able to|wont let me|doesnt let me|not letting me|impossible to){some} (?:call|reach|dial|get through to|connect to|phone|ring|contact|get|get to){few} (?:${EMERGENCY}|emergency services|emergency number|an ambulance|the ambulance|ambulance|the police|the fire (?:brigade|department|service))|
     (?:${EMERGENCY}|emergency (?:number|calls?|services|calling)){few} (?:not|isnt|is nt|doesnt|does nt|wont|unreachable|is down|dont|fails?|failing|failed|keeps failing)(?: (?:work|working|connect|connecting|reachable|going through|go through|respond|responding|available|answering|getting through)|$)|
     (?:calls?|call) to ${EMERGENCY}{few} (?:fail|fails|failing|dont|doesnt|not)`,
    OTHER_112,
  ),
  danger(
    'fire',
    'nl',
    `(?:(?:er is|er|hier is|het is|t is|we hebben|ik heb|ik zie|hebben|is er|help|heb) )(?:een |n |echt |nu )?brand(?:je)?|brand (?:in|bij|op|onder|achter) (?:mijn|mn|onze|de|het|ons|een|me|t|n) ?{few}|^(?:help )?brand(?: help| nu| snel)?$|uitslaande brand|brand uitgebroken|
     (?:staat|staan|vliegt|vloog|vloog net|schoot){few} (?:in de fik|in brand|in vlammen|in de hens|in de brand|in lichterlaaie)|in (?:brand|de fik) (?:staat|staan|gevlogen|geraakt)|(?:vat|vatte|gevat) vlam|vlam (?:gevat|vat|vatte)|
     {building} brandt(?: af)?|mijn huis brandt`,
    `${NOT_NOW}|${LIGHTS}|(?:door|na|sinds|wegens|vanwege) (?:een|de) brand|fire tv|brandje blussen`,
  ),
  danger(
    'fire',
    'nl',
    `(?:rook|vlammen|vlammetjes|vonken|vuur|rookwolken|rookpluim){some} (?:uit|achter|onder|in|van)(?: (?:de|het|mijn|mn|onze|t|een|die|ons|me)){0,1} (?:\\w+ )?(?:{appliance}|{building})|(?:komt|komen|kwam|kwamen|spuiten|spuit|slaan|slaat|zie|zien){few} (?:\\w+ )?(?:rook|vlammen|vonken) (?:uit|in|van)|
     {appliance} (?:rookt|smeult|vonkt|fikt|smelt|is ontploft|ontploft|ontplofte|is (?:aan het )?(?:smelten|roken|smeulen|branden)|begint te (?:roken|smelten|branden|vonken)|staat te roken)|
     (?:ruik|ruikt|stinkt|rook)(?: (?:een|naar|hier|het|heel|erg|sterk|ineens|in|huis|de|echt)){0,4} (?:brand|brandlucht|verbrand|verbrande|verbrand plastic|geschroeid|schroeilucht|rook)|brandlucht|schroeilucht|kortsluiting{some} (?:vonken|rook|vlam|vlammen)`,
    `${NOT_NOW}|${LIGHTS}|rookmelder|calorie\\w*|ik rook|roken is`,
  ),
  danger(
    'fire',
    'en',
    `(?:caught|catching|catches) fire|(?:is|are|s|its|went up in|burst into)(?: \\w+)? (?:on fire|flames)(?! (?:tv|stick|tablet|hd|os|alarm))|(?:theres|there is|there s|we have|we ve got|i see|i have|got){few} (?:a |an )?(?:fire|flames|sparks|smoke)(?! (?:tv|stick|tablet|hd|os|alarm|detector|alarms|phone))|^(?:help )?fire(?: help| now)?$|house is (?:on fire|burning)|
     (?:kitchen|house|flat|shed|garage|apartment) (?:is )?burning|fire in (?:my|the|our) {few}{building}|fire in (?:my|the|our) (?:meter|fuse|electric\\w*|cupboard|router)|
     (?:smoke|flames|sparks){few} (?:coming|pouring|from|out of|inside|shooting|is coming|are coming){some}|{appliance} (?:is |s |was |just |has |started |keeps )?(?:smoking|smouldering|smoldering|sparking|melting|on fire|in flames|exploded|exploding|giving sparks|caught fire)|
     (?:smell|smells|smelling|smelt)(?: \\w+){0,2} (?:burning|smoke|burnt plastic|burning plastic|burned plastic)`,
    `${NOT_NOW}|fire ?(?:tv|stick|tablet|wall|hd|fox|base|os|wire)|kindle|network is on fire|fire alarm|mixtape`,
  ),
  danger(
    'gas',
    'nl',
    `(?:ruikk?|ruiken|ruikt|rook|stinkt|sjtinkt|meurt|stonk|rieken){some} (?:gas|gaas|gaslucht|rotte eieren)|gaslucht|gaslek(?:kage)?|gas ?lek|lekt{few} gas|gas lekt|gasleiding{some} (?:lek|kapot|geraakt|gesprongen|lekt)|gas ontsnapt`,
    `${NOT_NOW}|herken\\w*|\\w*melder|detector|hoe ruikt`,
  ),
  danger(
    'gas',
    'en',
    `smell(?:s|ed|ing|y)?{some} gas|gas{few} (?:i can )?smell(?:s)?|gassy smell|gas leak(?:s|ing)?|leaking gas|gas is leaking|gas dizzy`,
    `${NOT_NOW}|detector|station|petrol`,
  ),
  danger(
    'carbon-monoxide',
    'nl',
    `(?:kool ?monoxide|kolen ?monoxide|kool ?monoxyde|co) ?(?:melder|alarm|meter|detector)?{some} (?:af|gaat|piept|loeit|afgaan|afgegaan|afging|vergiftiging|hoofdpijn|misselijk|duizelig)|(?:kool ?monoxide|kolen ?monoxide|co) ?vergiftiging|
     (?:afgaan|af|piept|loeit){some} (?:kool ?monoxide|co) ?(?:melder|alarm|meter)|kool ?monoxide(?: in huis| gemeten)`,
    `${NOT_NOW}|batterij\\w*|welke|kopen|ophangen|hangen|plaatsen|verplicht|testen|vervangen|af en toe|kort|kurz|ver van`,
  ),
  danger(
    'carbon-monoxide',
    'en',
    `(?:carbon ?monoxide|co) (?:alarm|detector|meter|monitor|sensor)?{some} (?:going off|goes off|went off|beeping|sounding|screaming|poisoning|headache|dizzy)|carbon ?monoxide (?:poisoning|in (?:my|the|our))`,
    `${NOT_NOW}|battery|batteries|which|buy|install|test|replace|low`,
  ),
];
