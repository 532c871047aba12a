import { type Evidence, evidence } from './evidence.js';

/** Points from which a customer counts as annoyed; two kinds of evidence are needed as well. */
export const ENOUGH_FOR_ANNOYED = 2;

/** What is said in so many words, read over normal form. What is typed louder than words is in `mood-of.ts`. */
export const MOOD_EVIDENCE: readonly Evidence[] = [
  evidence(
    'swearing',
    1.5,
    `kut\\w*|klote\\w*|godver\\w*|verdomme|verdorie|potverdorie|tering\\w*|tyfus\\w*|kanker\\w*|shit\\w*|bullshit|fuck\\w*|wtf|ffs|bloody|
     damn|dammit|crap|bollocks|arse|gezeik|geklooi|zooi|rotzooi|for gods sake|for fucks sake|jezus|in godsnaam|the hell|
     achterlijke?|idioten?|idiots?|morons?|hell|pissed|krijg de|rot ?op|sodemieter\\w*|flikker op`,
  ),
  evidence('swearing', 1, 'stomme|domme|stom|stupid|dumb|rot|onzin\\w*|nonsense|verrekte|freaking|flipping'),
  evidence(
    'judgement',
    1.5,
    `belachelijke?|schandalige?|schandelijk|schande|waardeloos|waardeloze|bagger|dramatisch|onacceptabel|ongehoord|absurd|
     bespottelijk|aanfluiting|puinhoop|nergens op|nergens voor|te gek voor woorden|ongelofelijk|ongelooflijk|niet normaal|zielig|
     ridiculous|unacceptable|outrageous|disgraceful|disgrace|useless|pathetic|appalling|terrible|awful|horrible|
     worst|joke|a mess|shambles|shocking|unbelievable|incompetent|hopeless|rubbish|garbage|not good enough|
     rip off|ripoff|oplichters|oplichting|scam|thieves|how hard can it be|hoe moeilijk kan het zijn|shame on you|schaam je|
     lachertje|beneden alle peil|drama|slechtste|clowns?|amateurs?|prutsers?|klungels?|knoeiers?|liars?|leugenaars?|liegen|lying|lied|rude|
     onbeschoft\\w*|brutaal|nightmare|nachtmerrie|ellende|farce|circus|waste of|tijdverspilling|geldklopperij|diefstal|robbery|afzetterij|
     \\w*flut\\w*|\\w*prut\\w*|om te huilen|laughable|insult\\w*|stelletje|bunch of|crazy|insane|belabberde?|beroerde?|erbarmelijke?|treurige?|triest|
     walgelijke?|disgusting|abysmal|dreadful|atrocious|horrendous|worthless|nutteloos|zinloos|pointless|hopeloos|slordig|
     kan toch niet|kan echt niet|niet te geloven|niet te doen|te gek|poor|diabolical|dire|ruined|verpest|blunders?|scandalous|potje van|bizar|lekker dan|wasted`,
  ),
  evidence(
    'feeling',
    1.5,
    `(?:het|er|jullie|je|jou|dit) (?:zo |echt |helemaal |spuug)?zat|spuugzat|klaar mee|(?:zo|helemaal|echt) klaar met|gek van|
     wanhopige?|radeloos|ten einde raad|het gehad met|er genoeg van|onderdoor|woedend|boos|kwaad|pissig|gefrustreerd|frustrerend|
     teleurgesteld|ontevreden|geduld (?:is|raakt)|geen geduld|irritant|moedeloos|huilen|
     fed up|sick (?:and tired )?of|tired of|desperate|furious|angry|livid|fuming|frustrat(?:ed|ing)|wits end|losing my (?:patience|mind)|
     lost my patience|had enough|done with (?:you|this)|disappointed|disgusted|annoyed|annoying|at a loss|in tears|unhappy|
     driving (?:me|us) (?:mad|crazy|nuts|insane)|not (?:impressed|happy)|going (?:mad|crazy|insane)|baal(?: \\w+){0,2} van|balen|moe van|
     klaar met|pulling my hair|hair out|why (?:do i )?(?:even )?bother|give up|giving up|geef het op|opgeven|stress\\w*|gestrest|overstuur|upset|
     cant take|kan niet meer|trek (?:dit|het) niet|hou(?:d)? (?:dit|het) niet|tot hier|genoeg van|at the end of|ligt stil|zo boos|chagrijnig|
     verdrietig|machteloos|powerless|helpless|exhausted|uitgeput|vermoeiend|exhausting|infuriat\\w*|exasperat\\w*|seething|raging|irritat\\w*|
     erger me|ergernis|geduld|patience|spijt|doodmoe|(?:ive|weve|i have) had it|what else to do|geen idee meer|ten einde`,
  ),
  evidence(
    'again',
    0.75,
    `(?:derde|vierde|vijfde|zesde|tiende|zoveelste|honderdste|third|fourth|fifth|sixth|tenth|umpteenth|hundredth) (?:keer|maal|time|monteur|engineer)|
     (?:al|already|nu al) (?:\\d+|twee|drie|vier|vijf|tien|honderd|meerdere|several|three|four|five|ten) (?:keer|maal|times)|
     (?:drie|vier|vijf|tien|three|four|five|ten|\\d+|a hundred|several|multiple|many) (?:keer|maal|times|calls|telefoontjes|monteurs|engineers)|
     alweer|weer (?:die|dat|dit|een|hetzelfde|niet|geen)|steeds weer|elke (?:keer|week|dag)|hetzelfde|same answer|same thing|
     in circles|rondjes|pillar to post|same (?:\\w+ )?(?:link|story|thing|question|page|answer)|already (?:said|told|did|tried|explained)|
     (?:vraag|vroeg|zei|zeg) ik (?:toch |al |net )*(?:helemaal )?(?:niet|al)|not what i asked|(?:hoe vaak|how (?:often|many (?:more )?times)) (?:moet ik|do i|must i|have i)|
     twintig|honderd|twenty|every single|yet another|again|over and over|keeps happening|once more|opnieuw`,
  ),
  evidence(
    'enduring',
    0.75,
    `nog steeds|nog altijd|al (?:\\d+|een|twee|drie|vier|vijf|zes|tien) (?:dag|dagen|week|weken|maand|maanden|uur|uren)|al (?:uren|dagen|weken|maanden|tijden)|
     (?:weken|dagen|maanden) (?:zonder|wachten)|wanneer is dit|hoe lang (?:nog|gaat)|hoe lang dit|eindelijk|schiet (?:eens|nou) op|
     still|for (?:days|weeks|hours|months|ages)|(?:\\d+|two|three|four|five|several) (?:days|weeks|months|hours)|
     waiting|since (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|yesterday)|how much longer|how long do i have to|
     (?:for|al) (?:a|een) (?:week|month|maand)|weeks ago|(?:hele|whole|entire) (?:week|dag|weekend|day|month)|all (?:day|week|weekend)|zo lang|
     a week now|weeks now|days now|beyond`,
  ),
  evidence(
    'neglected',
    0.75,
    `niemand|luistert niet|luisteren niet|luisteren gewoon niet|nobody|no one|noone|not listening|dont listen|never (?:listen|reply|answer|call)|
     (?:snapt|begrijpt|snappen|begrijpen) (?:er |me |mij |het |dit )*(?:helemaal )?(?:niks|niet|niets|geen)|niks (?:aan|opgelost|gedaan)|
     heb ik (?:niks|niets) aan|dont understand|doesnt understand|not understanding|not fixed|nothing works|no help|
     not helping|(?:aan het |van het )?lijntje|van het kastje|passed around|ignored|ignoring|genegeerd|zonder (?:internet|tv|telefoon)|
     without (?:internet|tv|phone)|no connection|gets back to me|getting nowhere|niet serieus|explain(?:ed)? (?:this|it)|uitgelegd|
     already told|al gezegd|nobody (?:there )?cares|read what i|lees (?:nou|dan|eens)|(?:niemand|nobody|no one) (?:die )?(?:iets )?(?:doet|does)|offline|keep sending me|price increase|betaal me scheel|cut off`,
  ),
  evidence(
    'demanding',
    1,
    `ik (?:wil|eis) nu|wil nu|per direct|nu meteen|nou eens|(?:geef|zeg|doe) (?:dan |nou |nu )|just (?:give|tell|fix|answer|do|sort)|
     answer (?:me|the question|my question)|fix (?:it|this) now|i demand|are you kidding|(?:must|got to|gotta) be (?:joking|kidding)|serieus|seriously|kom op|^come on|oh come on|
     hallo is hier|hou(?:d)? (?:nou |eens |toch )*op|stop (?:giving|sending|asking|saying|met)|(?:please )?do something|doe (?:nou |dan |eens |toch )*iets|
     get it (?:sorted|fixed)|regel het|los het (?:nou |eens )*op|oh|o jee|nee nee|no no|for once|voor een keer|how dare|waarom moet ik (?:altijd|steeds)|
     help me (?:alsjeblieft|please|nou)|pf+|zucht|sigh|argh*|grr+|waarom doet|why is my|why cant|
     wat is dit voor|what is (?:this|wrong with)|what on earth|ik wil een oplossing|wanneer is dit`,
  ),
  evidence(
    'stress',
    0.5,
    'echt|absolute|enorm|toch|even|wel|hoor|zeg|whole|absolutely|helemaal|ronduit|gewoon|really|utterly|completely|with this|hiermee|going on|please help|help please',
  ),
  evidence(
    'aimed',
    0.75,
    `service|services|klantenservice|bedrijf|company|provider|bot|chatbot|jullie|klanten|customers?|treated|support|organisatie|
     you (?:people|lot)|your (?:\\w+ )?(?:team|people|staff|colleagues)|met mensen om|this is|dit is|what a|wat een|such a|ervaring|experience`,
  ),
  evidence(
    'i feel',
    0.5,
    'ik (?:word|baal|voel|ben er|heb het)|(?:ben|word) ik|i feel|(?:im|i am) (?:so|really|just|at|pulling|losing|done|sick|fed|absolutely|very|extremely|beyond)|do i even',
  ),
  evidence(
    'trouble',
    0.5,
    `niet|geen|niks|no|not|wont|cant|doesnt|isnt|storing|outage|down|kapot|broken|voor niks|another|failed|lang|(?:zo )?moeilijk|difficult`,
  ),
  evidence(
    'content',
    -2,
    `bedankt|dank|dankje|dankjewel|thanks|thank you|thx|cheers|(?:works|werkt) (?:weer|again|now|nu|perfect\\w*)|doet het weer|
     super|perfect|top|geweldig|great|appreciate|fijn|lucky|haha\\w*|lol`,
  ),
  evidence(
    'asking',
    -1.5,
    `hoe (?:kan|moet|zet|dien|vaak(?! moet ik (?:dit|het|jullie))|wijzig|krijg|stel|doe|blokkeer|werkt)|how (?:do|can|many|to|often)|waar (?:kan|vind|staat|dien)|
     where (?:do|can|is)|kan ik|can i|wat (?:doe ik|moet ik|kan ik|is er)|what (?:do i|should i|can i|else can|next)|
     ^(?:is het|is dit|do you|does|is the|hoe lang|werkt)|klopt dat`,
  ),
  evidence('softened', -1.5, 'a bit|a little|slightly|een beetje|beetje|wat(?= (?:boos|geirriteerd))'),
  evidence(
    'asking',
    -2.5,
    'sorry|op mezelf|at myself|with myself|domme vraag|stupid question|dumb question|mijn eigen schuld|my own fault',
  ),
];
