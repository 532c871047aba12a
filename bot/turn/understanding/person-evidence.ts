import { type Evidence, evidence } from './evidence.js';

/** Points from which a clause asks for a person, after what its other words take away. */
export const ENOUGH_FOR_A_PERSON = 3.5;
/** What a word takes away that belongs to no such request: the clause is about something. */
export const OTHER_WORD = -0.75;

/** Who is asked for. "My colleague" and "another person" are persons of the customer's own. */
export const ASKED_FOR: readonly Evidence[] = [
  evidence(
    'person',
    2,
    `(?<!(?:mijn|mn|onze|my|our|andere|another|other|per|als|as a) )(?:(?:een|n|de|het|jullie|uw|a|an|the|your|any|echte?|real|live|actual|levende?) )*
     (?:mens|persoon|medewerkers?|medewerkster|adviseur|operator|leidinggevende|teamleider|manager|supervisor|
     humans?|person|agent|representative|rep|advis[eo]r|employee|vakman|deskundige)|
     (?:someone|somebody|iemand) (?:real|anders|else|echts?|van (?:de|het|jullie|uw)|of your|from (?:your|the)|in (?:your|the|billing|sales|support)|
     who (?:knows|understands|can)|die (?:er |het |dit |me |mij )*(?:verstand|snapt|begrijpt|weet|wel|kan))|
     (?:iemand|een|one) (?:van|of) (?:jullie|your|uw|je) ?\\w*|(?:jullie|your|uw|een|a) (?:collegas?|colleagues?|mensen|people|team|staff)|
     (?:de|the|your|jullie) (?:afdeling|department)|in charge|(?:sales|billing|support|technical|retention|complaints) (?:dept|department|team|desk)|(?:menselijke?|human) (?:antwoord|reactie|answer|response|reply|touch)|whoever|flesh and blood|vlees en bloed|(?:persoonlijk|menselijk|personal|human) contact|real people|echte mensen`,
  ),
  evidence('person', 1.5, 'klantenservice|helpdesk'),
  evidence(
    'person',
    1,
    '(?<!(?:mijn|mn|onze|my|our|met) )(?:iemand|someone|somebody|anyone|anybody|staff|collega|colleague|team|support|mensen|people|boss|baas|chef|wie|who)',
  ),
];

/** What else belongs to such a request. */
export const OF_A_REQUEST: readonly Evidence[] = [
  evidence(
    'talk',
    2,
    `spreken|spreek|praten|praat|kletsen|kletst|babbelen|chatten|overleggen|(?:te|aan de|per) (?:woord|lijn|telefoon)|doorverbinden|doorverbonden|
     (?:verbind|zet|schakel|stuur|geef)(?: me| mij| ons)?(?: even| maar| nu)? (?:door|over)|
     (?:laat|laten|kan|kunnen|wil) .{0,30}(?:me|mij|ons|haar|hem) (?:even )?(?:terug ?)?bel(?:len|t)|bel(?:t|len)? (?:me|mij|ons)|
     (?:mij|me|ons|haar|hem) (?:even )?(?:terug ?)?bel(?:len|t)|erbij|er (?:maar |even )?(?:een )?\\w+ bij|meekijk(?:t|en)?|naar kijken|kijk(?:t|en) mee|
     mee ?kijk(?:t|en)|overnemen|neemt over|leest|lezen|(?:persoonlijk|telefonisch|menselijk) contact|contact (?:met|opnemen)|
     speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|deal(?:ing)? with|a word with|discuss|put (?:me|us) (?:on|through)|hand (?:me|this|us)|doornemen|bespreken|(?:mij|me|ons) .{0,40}geven|breng (?:me|mij|ons)|take (?:me|us) to|transfer(?: me)? to|(?:mij|me|ons)(?: \\w+){0,3} (?:op)?bellen|aan de tel|(?:phone|ring|call) me|contact (?:me|us)|contact met (?:me|mij|ons)|
     pass (?:me|this|us)|connect (?:me|us)|transfer (?:me|us)|(?:ring|call|phone) (?:me|us|him|her)(?: back)?|give (?:me|us) a (?:call|ring)|
     call ?back|on the (?:phone|line)|get (?:me|us|hold)|take over|take a look|look (?:at|into)|read(?:s)? (?:this|it|my)|step in|reach|escalate`,
  ),
  evidence(
    'call back',
    2.5,
    `terugbellen|teruggebeld|terugbelverzoek|callback|bel (?:me|mij|ons)(?: \\w+){0,2} terug|(?:call|ring|phone) (?:me|us|him|her) back|
     (?:jullie|u|je|iemand) (?:mij|me|ons)(?: \\w+){0,3} (?:op)?bellen|(?:be|get) (?:called|phoned)|gebeld worden|telefonisch|per telefoon|telefoontje van|(?:want|need|like|have|get) an? (?:phone )?call from|met iemand (?:bellen|doornemen)`,
  ),
  evidence(
    'talk',
    1,
    'free|vrij|talking|around|there|aanwezig|bereikbaar|wakker|oplossen|solve|fix|opneemt|helpen|helpt|help|assist|contact|kijken|kijkt|bellen|call|ring|phone|uitleggen|explain|antwoord|reply|answer|online|beschikbaar|available|achter|behind|afspraak',
  ),
  evidence(
    'wish',
    1.5,
    `graag|liever|(?:ik|we|wij) (?:wil|willen|wens|eis)|wil (?:ik|graag)|mag ik|geef (?:me|mij|ons)|haal|roep|aub|alsjeblieft|alstublieft|svp|verbind|zet (?:me|mij)|
     stuur|laat|verzoek|terugbelverzoek|i (?:want|need|demand|prefer|insist)|id (?:like|rather|prefer)|i would (?:like|rather)|please|pls|plz|get (?:me|us)|give (?:me|us)|
     let (?:me|us)|put me|hand me|need|want|wanna|request|rather|send me|send|get (?:a|an|the|your|someone|somebody)|instead|zoek|verlang|wens|looking to|(?:would|zou) .{0,15}(?:appreciate|fijn|prettig|love|be (?:great|nice))|wil (?:met|een|iemand)|breng|transfer`,
  ),
  evidence(
    'wish',
    1,
    `kan (?:er|ik|iemand|een|je|u)|kun(?:t|nen)? (?:ik|je|u|jullie|we|wij|er|iemand)|(?:can|could|may|might) (?:i|we|you|one|a|an|someone|somebody|anyone)|
     is het mogelijk|any humans|heb(?:ben)? (?:je|u|jullie) (?:geen|een)|is er (?:nu|hier|een|ook|iemand|misschien|geen)|zit er|is there (?:a|any|some)|is an? \\w+|feel better|any (?:chance|way)|possible|mogelijk|zou|would|do you have|
     wie kan|who (?:can|could|do i (?:need|have) to|should i)|wanneer kan|moet ik`,
  ),
  evidence(
    'no bot',
    2,
    `(?:geen|niet|moe|zat|klaar|zonder|zin|dan|ipv|plaats van|weg|stop|genoeg|not|no|done|tired|sick|stop|hate|instead of|rather than|than|without|enough)(?: \\w+){0,5}
     \\s(?:bot|robot|computer|machine|chatbot|automaat|robots|bots|machines|computers|algoritme|algorithm)|
     (?:you|jij|je|u) (?:\\w+ )?(?:dont|do not|arent|are not|not|begrijpt|begrijp|snapt|snap)(?: \\w+)? (?:understand(?:ing)?|me|mij|het|er)(?: niet| niks| geen \\w+)?|
     youre not (?:understanding|helping)|getting (?:me )?(?:nowhere|anywhere)|kom(?:en)? er (?:\\w+ ){0,3}niet uit|schiet niet op|word .{0,10}niet wijzer|
     copy pasted?|standaardantwoord(?:en)?|canned`,
  ),
];

/** Asking for the way, for others, or how something works. */
export const AGAINST_A_REQUEST: readonly Evidence[] = [
  evidence(
    'way',
    -2,
    'hoe|how|wat|what|welke|which|waarom|why|waar|where(?! i can (?:talk|speak|chat))|hoeveel|hoelang|does|do they|ervaring|experience|does anyone|weet iemand|heeft iemand|has anyone',
  ),
  evidence(
    'condition',
    -1.5,
    'als(?! (?:iemand|er|jullie|u|een))|if(?! (?:someone|somebody|one|you)| (?:thats?|its?|that is|it is) (?:ok|okay|fine|possible|alright))|terwijl|while|when|without|tijdens|during|tegelijk|same time|abroad|buitenland',
  ),
  evidence(
    'denied',
    -3,
    'niemand|nobody|no one|(?:hoef|wil)(?: \\w+)? geen (?:mens|persoon|medewerker|adviseur)|(?:dont|do not|no) (?:need|want)(?: an?)? (?:real )?(?:human|person|agent|callback)',
  ),
];

/** Words beside the evidence that say when, where and how urgent: they take nothing away. */
export const BESIDE_A_REQUEST: ReadonlySet<string> = new Set(
  `vanmiddag vanochtend vanavond middag ochtend avond uur vandaag morgen straks dadelijk even afternoon morning evening tonight
   today tomorrow asap billing sales technical technische afdeling afdelingen department opzeggingen opzegging facturatie storing storingen
   storingsdienst verkoop financien administratie retention returns accounts complaints klachten team number nummer hierover
   hiermee daarover ding this that it matter issue problem probleem kwestie vraag question case situation situatie zaak verhaal
   moeder vader mother father mum dad gewoon maar hoor dus eens chat hier here way chance word charge understand understanding
   me meer moe zin plaats mensen anders else own back guys lot bit minute minuut minuten moment second seconden half kort quick thats meekijkt
   actually real echte snapt begrijpt begrijp understands knows verstand weet ingewikkeld complicated lastig complex slechte bad
   service again weer opnieuw after na om about over rather ok okay fine dank thanks possible telefoonnummer telefonisch
   persoonlijk contact ipv copy pasted nope geef op breng take eig gwn tel w re wakker morgenochtend mobiel sales dept misschien beter telefoontje feel free looking fijn vinden appreciate trust whoever boss baas around answers standaardantwoorden links sending stop request verzoek terugbelverzoek
   wijzer uit kletsen machine machines computer bot robot chatbot done tired sick anywhere nowhere getting`.split(
    /\s+/,
  ),
);
