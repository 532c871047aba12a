import { CLEAR, type CompanyRule, HOW, rule, UNLESS_BETTER, WAY } from './company-rule.js';

/** Complaints in so many words, and anger. */
export const COMPLAINT_RULES: readonly CompanyRule[] = [
  rule(
    'complaint',
    CLEAR,
    '\\b(heb|indienen|dien|have|had|make|file|raise|submit|lodge|register|got)\\b( \\w+){0,3} (klacht|complaint)\\b|^(een |a |my |mijn )?(klacht|complaint)\\b|\\b(klacht|complaint) (over|about|indienen|melden)\\b|\\bbeklag (doen|over)\\b|\\b(want|need|would like|id like) to complain\\b|\\bwil (\\w+ )?klagen\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(klacht (indienen|melden)|(make|file|submit|lodge|raise) a( formal)? complaint)\\b',
  ),
  rule(
    'complaint',
    CLEAR,
    '\\b(advocaat|juridische stappen|geschillencommissie|consumentenbond|naar de rechter|(my|a) lawyer(?! joke)|solicitor|legal action|sue you|take you to court|ombudsman)\\b',
    WAY,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(wat een|what a|such)( \\w+)? (slechte?|waardeloos|waardeloze|belabberde|schandalige|belachelijke|terrible|awful|horrible|shit\\w*|klote\\w*|kut\\w*|poor|bad|rubbish|useless|joke|disgrace|waste|schande|aanfluiting|zooi\\w*|puinhoop)\\b|\\b(slechte|slecht|waardeloos|waardeloze|belabberde|terrible|awful|horrible|worst|pathetic|disgusting|appalling|shit|kut|klote|poor) ?(service|bedrijf|company|provider|support|klantenservice|ervaring|experience)\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(ik ben|i am|im|we zijn|we are) (\\w+ ){0,3}(boos|woedend|zat|klaar mee|teleurgesteld|pissed|angry|furious|fed up|disappointed|sick of|outraged|done with|ontevreden|unhappy|dissatisfied)\\b|\\b(spuugzat|helemaal zat|zo zat|fed up|sick and tired|klaar met jullie|nooit meer (bij )?(klant|jullie)|never again)\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(dit|dat|it|het|this|that|thats|its|echt|really|gewoon|absoluut|absolutely|totally|simply)( is| s)?( \\w+)? (belachelijk|schandalig|onacceptabel|schande|ongehoord|ridiculous|unacceptable|outrageous|a disgrace|disgraceful|scandalous|absurd|a joke|waardeloos|niet normaal)\\b|^(belachelijk|schandalig|onacceptabel|ridiculous|unacceptable|outrageous|waardeloos|disgraceful)( \\w+){0,3}$|^(belachelijk|schandalig|ridiculous|outrageous|unbelievable|ongelofelijk) (hoe|dat|how|that) (jullie|you)\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(oplichters|oplichterij|scammers|crooks|thieves|dieven|boeven|ripped? off|afzetters)\\b|\\b(you|jullie) (are|zijn) (\\w+ ){0,2}(oplichters|scammers|thieves|useless|waardeloos|liars|leugenaars|incompetent|prutsers|dieven)\\b',
    WAY,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(derde|vierde|vijfde|tiende|zoveelste|third|fourth|fifth|tenth|umpteenth) (keer|time|x)\\b|\\b(al|already) (\\d+|twee|drie|vier|vijf|tien|two|three|four|five|ten|meerdere|several|many) (keer|x|times) (gebeld|gemaild|contact|geprobeerd te bellen)\\b|\\b(called|phoned|contacted|emailed|gebeld|gemaild)( \\w+){0,3} (\\d+|three|four|five|ten|several|many|drie|vier|vijf) (times|keer)\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(niemand|nobody|no one) (reageert|helpt|antwoordt|belt (mij )?terug|replies|responds|answers|helps|calls( me)? back|doet (er )?iets|cares|called( me)? back|wil (mij )?helpen)\\b',
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(pik|accepteer|neem|slik|accept|tolerate|take) (ik )?(dit|dat|this|it)( \\w+)? (niet|not|any ?more|any ?longer|geen)\\b|\\b(wont|will not|refuse to) (accept|tolerate|put up with|take) (this|it)\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(company|provider|customer (service|support|care)|service|bedrijf|klantenservice|jullie|organisatie)( \\w+){0,3} (terrible|awful|horrible|useless|pathetic|a joke|joke|a disgrace|the worst|waardeloos|bagger|drama|dramatisch|slecht|schandalig|shit|kut|ruk|nergens op)\\b',
    `${HOW}|\\b(signal|bereik|coverage|area)\\b`,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(terrible|awful|horrible|useless|pathetic|dramatische?|bagger|rotzooi|beroerde) (customer )?(service|support|care|klantenservice|company|provider|bedrijf|communicatie|communication)\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(duurt|bezig|going on|lasts|been|wachten)( \\w+){0,3} (weken|maanden|weeks|months)\\b.*\\b(niemand|nobody|no one|niks|nothing|geen|no)\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(ive|i have|we have|weve) had (enough|it)\\b|\\b(ik|wij|we) (heb|hebben) er genoeg van\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(service|company|bedrijf|klantenservice|provider)( \\w+){0,2} (worthless|waardeloos|nutteloos|abysmal|beneden peil)\\b|\\b(i will|ill|im|i am|ik ga|ik wil) (leave|leaving|weg( bij)?)( (you|jullie))\\b|\\b(laatste keer|last time)\\b.*\\b(klant|customer|jullie|you)\\b',
    HOW,
  ),
  rule(
    'complaint',
    UNLESS_BETTER,
    '\\b(disgraceful|a disgrace|schandalig|belachelijk|ridiculous|outrageous|unacceptable|onacceptabel|schandelijk|schaam (je|jullie)|shame on you)$',
    HOW,
  ),
];
