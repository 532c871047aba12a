import { type DangerRule, danger } from './danger-rule.js';

const NOT_HURT =
  'rekening|factuur|nota|prijs|prijzen|bedrag|bill|invoice|price|prices|cost|film|serie|movie|game|verzeker\\w*|insur\\w*|app|website|server|screen burn|burn in|schokbestendig|shockproof|schokkend|account|new life|nearly|almost|bijna|zowat|aansprakelijk\\w*|liable|liability|cavia|konijn|hamster';
/** Somebody's life hangs on it. */
const LIFELINE =
  '(?:zuurstof\\w*|beademing\\w*|dialyse\\w*|hartpomp|alarmknop|noodknop|personenalarm\\w*|halsalarm|pacemaker|infuuspomp|thuisbeademing|vernevelaar|insuline|oxygen|concentrator|ventilator machine|dialysis|nebuli[sz]er|pacemaker|nurse call\\w*|personal alarm|panic button|care alarm|pendant alarm|insulin)';
const TROUBLE =
  '(?:doet het niet|werkt niet|dood|storing|uitgevallen|uitval|stil|geen verbinding|kapot|gestopt|stopt|valt uit|viel uit|onderbreking|spanningsonderbreking|afgesloten|rood licht|halfleeg|leeg|zonder stroom|stroom|power cut|without (?:electricity|power)|no power|outage|not working|isnt working|doesnt work|down|dead|silent|stopped|disconnected|hasnt connected)';

/** Somebody hurt or unwell now, or whose device for life stands still. */
export const MEDICAL_RULES: readonly DangerRule[] = [
  danger(
    'medical',
    'nl',
    `(?:kreeg|krijg|krijgt|kregen|gekregen|gehad|gaf|gegeven|geeft|krijgen)(?: \\w+){0,5} (?:stroomstoot|stroomschok|schok|elektrische schok|opdoffer|serieuze klets)|(?:stroomstoot|stroomschok|elektrische schok|schok){few} (?:gekregen|gehad|gegeven|kreeg|krijg|gekreege)|geelektrocuteerd|onder stroom{few} (?:gestaan|stond|staat)|volt gepakt`,
    NOT_HURT,
  ),
  danger(
    'medical',
    'nl',
    `bewusteloos|buiten bewustzijn|buiten westen|flauwgevallen|valt flauw|ademt niet|niet(?: meer)?(?: goed)? ademen|geen adem|stikt|hartaanval|hartinfarct|hartstilstand|hersenbloeding|(?:een|had een|krijgt een|heeft een) beroerte|in elkaar gezakt|bloedt{few} (?:hevig|erg|heel|hard|leeg|flink)|
     hevig(?:e)? (?:bloeding|bloeden|bloedend)|(?:ambulance|ziekenwagen) (?:nodig|sturen|bellen|nu)|stuur{few} (?:ambulance|ziekenwagen)|pijn op (?:de|mijn|zijn|haar) borst|allergische reactie|zwelt{few} op|(?:mijn|zijn|haar) keel (?:zwelt|brandt)|
     (?:krijgt|krijg) (?:geen lucht|het benauwd(?: van)?)|hart (?:slaat|gaat){few} (?:over|tekeer|raar)|hartslag{few} raar|rare hartslag`,
    NOT_HURT,
  ),
  danger(
    'medical',
    'nl',
    `brandwonden|brandwond|(?:verbrand|verbrandt|verbrant|brandblaar|brandblaren|blaar|blaren|gesneden|gebroken|bloedt|bloeden|bloed|gekneusd|tintelt|geplet){some} {lichaam}|{lichaam}{some} (?:verbrand|verbrandt|verbrant|brandblaren|blaren|gebroken|bloedt|bloeden|rauw|tot op het bot|tintelt|doof gevoel|geplet|gekneusd)|hoofdwond`,
    `${NOT_HURT}|creme|zon|hart gebroken`,
  ),
  danger(
    'medical',
    'nl',
    `${LIFELINE}{far} ${TROUBLE}|${TROUBLE}{many} ${LIFELINE}|traplift{some} vast`,
    `${NOT_HURT}|instellen|aansluiten|kopen|hoe lang gaat`,
  ),
  danger(
    'medical',
    'en',
    `electrocuted|electric(?:al)? shock|(?:got|gets|getting|gave|given|had|get|gave){few} (?:shock|shocked|zapped|electric shock)(?! (?:at|when i saw|from the bill))|(?:just |me )?(?:shocked|zapped) (?:me|my|him|her|us)|gave{few} current|
     unconscious|passed out|(?:not|isnt|stopped|cant|can t|cannot|struggling to|barely){few} breath(?:e|ing)|heart attack|cardiac arrest|(?:having|had) a stroke|(?:is|he s|she s) choking|bleeding{few} (?:badly|heavily|lot|out|stop)|wont stop bleeding|(?:he|she|father|mother|husband|wife|dad|mum|mom|son|daughter|child|baby){few} (?:collapsed|fainted)|
     (?:need|send|call){few} (?:an ambulance|a doctor now|paramedics?)|chest (?:pain|pains|tight|been tight)|allergic reaction|throat{few} (?:swelling|closing|burning)|swelling up|i feel faint|thrown back{some} (?:numb|white)`,
    NOT_HURT,
  ),
  danger(
    'medical',
    'en',
    `(?:burned|burnt|scalded|blisters?|blistered|bleeding|broken|fractured|swollen|numb|scorched){some} {body}|{body}{some} (?:burned|burnt|scalded|blisters?|blistered|bleeding|broken|swollen|gone numb|went numb|cut open|skin comes off)|third degree|second degree|lungful`,
    `${NOT_HURT}|ear ?buds?|head ?phones?|head ?set strap|sunburn`,
  ),
  danger(
    'medical',
    'en',
    `${LIFELINE}{far} ${TROUBLE}|${TROUBLE}{many} ${LIFELINE}`,
    `${NOT_HURT}|set ?up|install|buy|travel`,
  ),
];
