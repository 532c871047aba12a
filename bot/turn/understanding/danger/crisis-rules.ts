import { type DangerRule, danger } from './danger-rule.js';

/** Stories, jokes and other meanings of the words. */
const FICTION =
  'squad|film|movie|films|serie|series|show|song|songs|liedje|lied|nummer van|episode|aflevering|netflix|disney|hbo|videoland|spotify|documentaire|documentary|boek|book|game|spel|linux|kernel|proces|process|bomb|bomber|bombing|aanslag|doors|burnout|lachen|lach|laughing|karaoke|(?:phone|laptop|pc|app|router|tv|robot\\w*|telefoon|computer|modem|stofzuiger){some} (?:committing|commits|committed|pleegt|pleegde)';
/** Those who lost somebody need another word: see the rules for a death. */
const LOST =
  '(?:heeft|had|has|hebben){some} (?:zelfmoord|zelfdoding|suicide) (?:gepleegd|ge\\w+)|(?:committed|died by|lost{few} to|overleden door|verloren door) (?:zelfmoord|zelfdoding|suicide)|(?:niet|geen|not|isnt|im not) (?:suicid\\w+|zelfmoord)';
const NOT_LIFE =
  '(?:dit|het|mijn|mn|deze|die|de|this|my|the|our|that) (?:\\w+ )?(?:abonnement|contract|gesprek|chat|bundel|verzekering|lidmaatschap|samenwerking|subscription|plan|call|conversation|membership|trial|insurance)';

/** Somebody who does not want to live, or harms themselves: the customer or somebody they worry about. */
export const CRISIS_RULES: readonly DangerRule[] = [
  danger(
    'suicide',
    'nl',
    `zelf ?moo?r(?:d|t|dt)(?:en|poging|gedachten|neigingen|plannen)?|zelf ?doding(?:sgedachten)?|sui[cs]ide|suicidaal|suicidale|suicidegedachten|suicidepoging|
     zelfbeschadiging|automutil\\w+|zelfverwonding|levensmoe|afscheidsbrief(?:je)?|afscheidsbericht|donker{few} in (?:mn|mijn) hoofd|(?:in|naar|op) mijn graf|geen heil meer in`,
    `${FICTION}|${LOST}`,
  ),
  danger('suicide', 'en', 'suicid(?:e|al)|self ?harm(?:ing|ed|s)?|unalive|kms', `${FICTION}|${LOST}`),
  danger(
    'suicide',
    'nl',
    `(?:ik|k) ?(?:wil|wou|zou|wilde|verlang|hoop|mag){soft} (?:dood|dod|sterven|doodgaan|dood gaan|dood ?zijn|niet (?:langer|meer){soft} (?:lev(?:en|e)|bestaan|wakker worden))|
     (?:ik|k) ?(?:wil|wou|zou|wilde|denk|hoef|wens){soft} niet (?:meer|langer){soft} (?:te )?(?:willen )?(?:lev(?:en|e)|zijn|bestaan|verder ?leven|wakker worden|meemaken|wakker (?:te )?worden|mee te maken)|
     (?:ik|k) ?(?:wil|wou|zou)? ?dood wil(?:len)?|dood willen (?:zijn|gaan)|was ik maar dood|wou dat ik (?:dood|er niet (?:meer )?)was|wou dat ik dood|nooit meer wakker worden|(?:en|maar) wil{soft} dood$|(?:hoeft|hoef ik) (?:het |dit |mijn )?(?:hele )?leven{few} niet meer|(?:ik ben )?liever dood(?: dan)?$|
     er niet meer (?:te )?willen zijn|niet meer (?:te )?willen (?:leven|zijn)|(?:ik )?wil er{soft} niet (?:meer|langer) zijn|
     den(?:k|ken|kt|k ik){some} aan (?:doodgaan|dood ?gaan|de dood|dood zijn|zelfmoord|er niet meer zijn)|gedachten (?:aan|over) (?:de dood|doodgaan)`,
    `${FICTION}|telefoon|batterij|accu`,
  ),
  danger(
    'suicide',
    'nl',
    `(?:mijn|mn|onze|zn|het|dit|eigen|t){few} leve?n?{soft} (?:te )?(?:beeindigen|benemen|beroven|niet meer zitten|niet meer aan)|
     (?:zie|ziet|zag) (?:het |t |dit )?leven{few} niet{few} zitten|
     leven{few} (?:geen|niet|niks){few} (?:zin|waard|nut)|geen{few} zin{few} in (?:het |dit |mijn )?leven|
     (?:klaar met|moe van|zat van|genoeg van|beu|uit) (?:het|dit|mijn|mn|heel het|t) (?:hele )?(?:leven|bestaan)(?: (?:stappen|stap))?$|met het hele bestaan|
     niet (?:meer )?(?:verder|door) (?:wil{few} )?(?:leven|met leven)|van het leven{few} (?:beroven|beroofd)`,
    `${FICTION}|${NOT_LIFE}`,
  ),
  danger(
    'suicide',
    'nl',
    `(?:ik|hij|ze|zij|wil|ga|gaat|wilt){some} een? ?einde? aan (?:mijn|mn|zijn|zn|haar|hun|het|dr) leven{some}|
     (?:maak|maken|maakt|maak ik) er{few} (?:n |een )?einde? (?:aan|van)|er (?:n |een )?einde? (?:aan )(?:wil |ga |te |gaat |wilt )?(?:maken|maak)|er een einde? aan`,
    `${FICTION}|${NOT_LIFE}`,
  ),
  danger(
    'suicide',
    'nl',
    `{self}{few} (?:iets aan(?: ?te)? ?(?:doen|doet|doe)|wat aan ?(?:te )?doen|iets ?aandoe\\w*|iets aan ?gedaan|van kant{few}|van het leven|doden|dood ?(?:maken|wil\\w*|ga\\w*)|ophangen|ophangt|pijn{few} doen|pijn doe|snijden|snijdt|snij|verwonden|verwondt|beschadigen|krassen|verdrinken|ombrengen|om het leven)|
     (?:ik |hij |ze |zij )?(?:snij|snijd|snijdt|kras|krast|sneed|beschadig|beschadigt|verwond|verwondt|verhang|verdrink|dood) {self}|snij(?:d|den)? in{few} (?:arm|armen|pols|polsen|benen)|polsen doorsnijden|
     maak (?:me|mij|mezelf) van kant|me van kant`,
    'als u|stofzuig\\w*|blikje|verpakking',
  ),
  danger(
    'suicide',
    'nl',
    `(?:voor|onder) (?:de|een|n) trein (?:springen|spring|gooien|gaan|te springen|lopen)|van (?:de|een|het|n) (?:brug|dak|flat|balkon|viaduct){few} (?:springen|spring|springt|sprong)|
     overdosis{few}|(?:alle|veel|te veel) pillen (?:ingenomen|geslikt|innemen)|
     (?:iedereen|ze|jullie|de kinderen|wereld|familie){some} beter af zonder (?:mij|me)|niemand{some} (?:mij|me) (?:zou |zal |gaat |echt )?missen|
     niemand zou het merken als ik er{few} niet meer|niet veilig (?:bij|met|voor) (?:mezelf|mijzelf|me ?zelf)|
     gevaar voor (?:mezelf|mijzelf|zichzelf)|(?:heb|heeft) (?:toch |zelf )?geen toekomst{few}$|(?:zie|zag) (?:er )?geen zin meer$|ik red het niet (?:meer|langer|alleen)(?: meer)?$|in (?:een )?(?:zware |diepe )?crisis$|zin meer om te leven|(?:van|voor) mij (?:hoeft|mag) (?:het|t){some} allemaal niet(?: meer)?|
     hoeft (?:het |t )?{some}allemaal niet meer{few}$|hoef(?:t)? nie+t? meer voor mij{few} leven?|mag het (?:van mij )?ophouden|eigen keus{few} dood|als ik er (?:morgen |straks |volgende week |dan )niet meer ben|
     (?:ik ben|ik) er (?:dan|straks|binnenkort|over een maand) niet meer (?:ben|zijn)?{few}brief`,
    `${FICTION}|bezorg\\w*|vakantie|verhuisd`,
  ),
  danger(
    'suicide',
    'nl',
    `{other}{some} (?:wil|wilt|wou|wilde){soft} (?:dood|doodgaan|sterven|zelfmoord|niet meer leven|er niet meer zijn)|
     {other}{some} (?:er een einde? aan|einde? aan (?:zijn|haar|hun) leven)|{other}{some} niet meer (?:wil|wilt) leven|(?:zijn|haar) leven{some} (?:einde?|beeindig\\w*)|
     {other}{some} dood wil|vraagt of (?:hij|ze|zij) dood`,
    `${FICTION}|telefoon gaat|batterij`,
  ),
  danger(
    'suicide',
    'en',
    `i(?: m| am|m)?{soft} (?:want|wanna|wish|would rather|d rather|rather|going|hope|ready|wanted){soft} (?:die|be dead|not be alive|stop living|stop existing|kill my ?self|end my life|not exist|disappear for good)|
     want to{few} die(?: please| now)?$|(?:thinking|thoughts|think|thought) (?:about|of) (?:dying|death|ending (?:it|my life)|killing my ?self|ending everything)|
     (?:do nt|dont|do not|no longer|never|nt){soft} (?:want|wanna|wish|plan)(?: to| on)?{soft} (?:live|alive|be alive|be here any ?more|exist|wake up|being alive|being around|be around any ?more)|
     here as in alive|(?:to|off|on) my grave|left to (?:live|stay) for|im no longer alive|i am no longer alive|alone with this tonight|i see no point$|{other}{few} in crisis|voices are (?:louder|telling)|wish i (?:was|were|had never been|d never been|wasnt|was never) (?:dead|born|gone for good|alive)|
     i(?: m| am|m|ve|d)? be(?:tter|en better) off dead|better off (?:dead|without me|if i){some}|better (?:off )?if i (?:just )?(?:wasnt|was not|were not|werent|wasn t) (?:around|here|alive)|
     (?:no|not much|nothing|any){few} (?:reason|point|left){few} (?:to|in|for me to|of) (?:live|living|go on|going on|being alive|life)|not worth living|life (?:is|isnt|is nt|s){few} (?:not )?worth (?:living|it)|nothing (?:left )?to live for|
     (?:tired|done|sick|finished) (?:of|with) (?:living|life|being alive)|done with living|cant go on (?:living|like this|any ?more)|cant (?:live|keep living) like this any ?more|wanna disappear for good`,
    `${FICTION}|battery|phone|server`,
  ),
  danger(
    'suicide',
    'en',
    `kill(?:ing|ed)? {self}|kill my ?se?l?ef|kill myslef|(?:end|ending|ends|take|taking|took|takes) (?:my|his|her|their) (?:own )?(?:life|lives)|
     (?:end|ending) it all|{other}{few} (?:harms|hurts|cuts|is harming|is hurting|is cutting) {self}|
     {other}{some} (?:wants?|wanted|going|threatens?|threatening|threatened|trying|tried|plans?|planning){soft} (?:die|end (?:his|her|their) life|kill {self}|hurt {self}|harm {self})`,
    FICTION,
  ),
  danger(
    'suicide',
    'en',
    `(?:end|ending|ends) (?:it|everything|things) (?:all|tonight|this week|now|for good)|{other}{some} (?:wants?|wanted|going|threatens?|threatening|trying|plans?){soft} (?:end it|end everything)`,
    `${FICTION}|${NOT_LIFE}|bill|fees?`,
  ),
  danger(
    'suicide',
    'en',
    `(?:want|wanna|going|urge|feel like|thinking about|thinking of|keep|started|been|is|was|am|m){soft} (?:hurt|hurting|harm|harming|cut|cutting|hang|hanging|starving) {self}|i (?:self ?harm|cut myself)(?: again| at night| every day)?$|
     (?:hang|hanging|hung) {self}|jump(?:ing)? (?:off|from|in front of) (?:a|the) (?:bridge|roof|building|train|balcony)|(?:taken|took|take) (?:an? )?(?:overdose|all my pills|too many pills)|suicide note|goodbye note|
     (?:dont|do nt|do not|not) feel(?:ing)? safe with myself|dark thoughts|(?:last|final) message to anyone|plan to be gone by then|take me before morning|doesnt want to live|does not want to live|want(?:s)? to be dead|
     (?:didnt|did not|dont|do not) want to be (?:here|alive) any ?more|im ending it{soft}$|(?:i am|i m) ending it{soft}$|no sense in living|easier to just not be (?:there|here)`,
    `${FICTION}|opening|box|knife|packag\\w+`,
  ),
];

/** Violence or a threat in the customer's life. */
export const VIOLENCE_RULES: readonly DangerRule[] = [
  danger(
    'violence',
    'nl',
    `huiselijk geweld|ik word{few} (?:geslagen|bedreigd|gestalkt|mishandeld|achtervolgd|gestoken|aangevallen|verkracht|opgesloten)|(?:ben|werd|wordt|worden){few} (?:mishandeld|verkracht|aangerand|neergestoken)|
     {other}{some} (?:slaat|sloeg|mishandelt|mishandelde|schopt|wurgt|bedreigt|bedreigde|stalkt|verkracht){few} (?:mij|me|ons|haar|hem|mijn \\w+|mn \\w+|de kinderen)|
     (?:ex|man|partner|vriend|vader|moeder|broer){some} (?:slaat|mishandelt|bedreigt|stalkt|wurgt) (?:mij|me|ons)|(?:dreigt|dreigde|bedreigt|gedreigd){some} (?:vermoorden|dood te (?:maken|steken|schieten)|te doden|met een (?:mes|pistool|wapen)|iets aan te doen)|
     thuis{few} niet veilig|niet veilig{few} thuis|(?:inbreker|inbrekers|inbraak bezig|indringer){some} (?:huis|binnen|woning|bezig|beneden|tuin)|er wordt{few} ingebroken|(?:iemand|man|mannen|ze){few} (?:probeert|proberen){few} in te breken|
     (?:ex|man|partner|vriend){few} (?:volgt|achtervolgt|traceert|bespioneert) (?:mij|me)`,
    'incasso\\w*|deurwaarder|virus|film|serie|game|melding van|zwembad|alarmsysteem|camera kopen|instagram volgt|tiktok',
  ),
  danger(
    'violence',
    'en',
    `domestic (?:violence|abuse)|(?:he|she|husband|wife|partner|ex|boyfriend|girlfriend|father|mother|dad|mum|mom|son|brother|stepfather|somebody|someone){some} (?:hits?|beats?|beating|hitting|hurts|hurting|threatens|threatened|threatening|chok(?:es|ed|ing)|strangled|stalks|stalking|abuses|abused|attacked|raped|punched) (?:me|us|her|him|my (?:kids|children|mother|daughter|son|sister|mum|mom))|
     threat(?:en|ens|ened|ening){few} to (?:kill|stab|shoot|hurt) |threat(?:en|ens|ened|ening){few} to (?:kill|stab|shoot|hurt){few}|(?:not|unsafe|nt){few} safe at home|unsafe at home|i(?: m| am|m) being (?:stalked|threatened|beaten|abused|followed|attacked)|
     (?:someone|somebody|burglar|intruder|man){few} (?:breaking in(?:to)?|broke into my house just now|is in my house|in the house right now)|(?:there is|theres|there s){few} (?:intruder|burglar)|(?:he|she|ex|husband|partner){some} (?:will|is going to|wants to|said he ll) kill (?:me|us)`,
    'film|movie|game|bill|collector|wallet app',
  ),
];
