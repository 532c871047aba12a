import { type Evidence, evidence } from './evidence.js';

/** Points from which a text is a matter; a thing, and two kinds of evidence beside it, are needed as well. */
export const ENOUGH_FOR_A_MATTER = 5.5;

/** Orders, deliveries and visits: what the company alone can look up. A strong word, or a weaker one, for the thing. */
export const ORDER_THINGS: readonly Evidence[] = [
  evidence(
    'thing',
    3,
    `bestelling(?:en)?|besteld(?:e)?|pakket(?:je)?|pakje|zending|levering|bezorger|bezorgd|bezorging|koerier|
     postnl|retour(?:zending)?|retourlabel|teruggestuurd|opgestuurd|geleverd|order(?:ed)?|parcel|delivery|
     delivered|courier|driver|shipment|shipping|tracking|track trace|track and trace|sent back|
     monteur(?:s)?|afspraak|installateur|aangesloten worden|engineer|technician|appointment|installer|
     (?:jullie|you)(?: \\w+)? (?:sent|send|stuurden|gestuurd|opgestuurd)(?: me| mij)?|sent me|postpakket|sent .{0,25} back|trade in|(?:oude|old|vorige|previous) ad+res+ (?:gestuurd|verstuurd|sent)|wrong ad+ress|verkeerde? ad+res|
     (?:verkeerde?|kapotte?|defecte?|beschadigde?|wrong|broken|damaged|faulty) .{0,30}(?:ontvangen|gekregen|geleverd|received|sent)`,
  ),
  evidence(
    'thing',
    1.5,
    `package|returned|received|arrived|ontvangen|gekregen|binnen|aangekomen|installation|installatie|
     doos|box|verzonden|verstuurd|shipped|dispatched|onderweg|warehouse|magazijn|er za(?:t|ten)`,
  ),
];

/** Bills, payments and contracts. */
export const ACCOUNT_THINGS: readonly Evidence[] = [
  evidence(
    'thing',
    3,
    `factu+r|facturen|rekening|afrekening|nota|maandbedrag|incasso|incasseren|afschrijving|afgeschreven|
     betaald|betaling|doorbetalen|aanmaning|korting|welkomstkorting|cashback|tegoed|borg|in rekening|
     geld|terugbetaling|contract|opzegging|opgezegd|overgestapt|klantnummer|incassobureau|afgesloten|teruggave|
     bill|bills|billed|billing|invoice|charge|charges|charged|overcharged|direct debit|payment|paid|paying|
     refund|refunded|discount|promo|credit note|deposit|contract|cancellation|canceled|cancelled|money|
     debt|arrears|customer number|bank account|my account|mijn account|gecrediteerd|crediteren|creditnota|
     betalingsregeling|betalingsachterstand|cadeaukaart|gift card|statement|in (?:mijn|my|our|onze) (?:naam|name)|op mijn naam|cadeaubon|voucher|gefactureerd|termijnbedrag|kwijtschelding`,
  ),
  evidence(
    'thing',
    1.5,
    `bedrag|betalen|betaal|abonnement|herinnering|account|subscription|balance|reminder|price|prijs|fee|
     credit|pay|plan|verhoging|price increase|saldo|euro|pounds|dollars|name|naam|adres|address|iban`,
  ),
];

/** Whose it is and what happened: the more kinds, the surer that one customer's own case is told. */
export const FOR_A_MATTER: readonly Evidence[] = [
  evidence('own', 1, 'ik|mijn|mn|mij|me|we|wij|ons|onze|i|ive|im|my|our|us'),
  evidence(
    'company acts',
    1.5,
    `(?:jullie|u|you|youve|they|ze|youre) (?:hebben|heb|heeft|have|has|took|take|charged|charge|keep|kept|blijven|bleven|sent|
     shut|cut|cancelled|canceled|promised|beloofden|zouden|would|said|zeiden|changed|lost|raised|put|gave|billed|never|still|say|claim|zeggen|beweren|
     schrijven|schreven|incasseren|rekenen|stuurden|sturen|verhogen|didnt|dont|havent|owe|told|charging|taking)|
     (?:hebben|heb|heeft|zijn|have|did|are) (?:jullie|u|you)`,
  ),
  evidence(
    'happened',
    1,
    `gekregen|ontvangen|betaald|besteld|opgezegd|overgestapt|opgestuurd|teruggestuurd|afgegeven|verlengd|verrekend|geweest|
     gekomen|gebeurd|verdwenen|gebeld|afgesproken|beloofd|toegezegd|aangevraagd|afgenomen|gewacht|afgesloten|kreeg|kwam|zou|
     zat|was|had|stond|geweigerd|weggegaan|gestuurd|vertrokken|opened|refused|geboekt|verhoogd|gezet|gedaan|doorgegeven|ging|moest|
     paid|ordered|cancelled|canceled|received|returned|promised|told|came|took|waited|waiting|been|agreed|signed|meant to|
     supposed to|got|shut|sent|asked|called|went|left|made|switched|moved|booked|stayed|added|changed|increased`,
  ),
  evidence(
    'wrong',
    2,
    `nooit|niks|niets|nergens|niemand|verkeerde?|foute?|kapotte?|kapot|defecte?|dubbele?|twee keer|twee x|2x|2 keer|te ?veel|
     onterecht|zonder|nog steeds|nog geen|nog niet|te laat|kwijt|zomaar|beschadigde?|ontbreekt|onverwacht|klopt niet|klopt geen|
     never|nothing|wrong|wrongly|incorrect|broken|cracked|damaged|faulty|double|doubled|twice|two times|too much|no idea|still|
     missing|add up|late|without|nobody|no one|dis+ap+eared|gone|even though|even tho|lost|empty|no longer|unexpected|
     misspelled|spelt wrong|yet|overdue|owe me|vanished|geweigerd|refused|weggegaan|halverwege|rood|oude|old|failed|waar blij(?:ft|ven)|niet van mij|not mine|somebody|te vroeg|too early|terwijl|toch|gewoon|blijven|keep`,
  ),
  evidence(
    'wrong',
    1,
    'niet|geen|ineens|opeens|not|suddenly|doesnt|didnt|isnt|hasnt|havent|wasnt|cant|dont|maar|but',
  ),
  evidence(
    'moment',
    1.5,
    `vorige|afgelopen|gisteren|eergisteren|vandaag|vanmorgen|geleden|morgen|volgende week|deze maand|
     between \\d+ and \\d+|tussen \\d+ en \\d+|(?:maan|dins|woens|donder|vrij|zater|zon)dag|\\d+ euro|euro \\d+|
     \\d+ (?:dagen|weken|maanden|uur|days|weeks|months|hours|pounds|dollars|quid)|
     (?:een|twee|drie|vier|a|one|two|three|four|several|een paar) (?:dag|dagen|week|weken|maand|maanden|weeks?|months?|days?)|
     from \\d+ to \\d+|van \\d+ naar \\d+|\\d+ (?:\\w+ )?(?:per maand|a month|pm|per month)|elke maand|every month|nu staat er|
     yesterday|ago|last (?:week|month|year|night)|this (?:month|morning|week)|tomorrow|today|since|sinds|
     monday|tuesday|wednesday|thursday|friday|saturday|sunday|
     januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|
     january|february|march|june|july|august|october`,
  ),
  evidence(
    'request',
    1.5,
    `(?:take|put|remove|add|switch|haal|zet|schrap|gooi) .{0,30} (?:off|from|van|on|to|op|naar) (?:my|our|mijn|onze)`,
  ),
  evidence(
    'request',
    2,
    `(?:dag|dagen|uur|week|day|days|hour|week) (?:later|eerder|earlier)|(?:later|eerder|earlier|sooner) (?:dan|than)|naar (?:een andere|volgende) (?:dag|week)|
     (?:look up|opzoeken|nakijken|uitzoeken|find out|check) (?:why|waarom|of|if|wat|what)`,
  ),
  evidence(
    'request',
    0.5,
    `(?:kunt|kun|kunnen|willen|wilt|wil|zou|zouden) (?:u|je|jullie|iemand)|ik (?:wil|eis)|graag|
     (?:can|could|would|will) (?:you|u|someone|somebody)|please|pls|i want|i need|id like|need to|kan mijn|can my`,
  ),
];

/** Asking for the way, for others or in general, and what breaks at home: the community answers these. */
export const AGAINST_A_MATTER: readonly Evidence[] = [
  evidence(
    'way',
    -4,
    `hoe(?! (?:jullie|kan (?:het|dat|dit)))|how(?! come)|waar (?:kan|vind|zie|staat|staan|moet|haal|meld|geef)|where (?:can|do|is the|to|should|would)|
     wat (?:is|als|kost|zijn|moet|betekent|doe|gebeurt|houdt|kan)|what|whats|welke|which|
     wanneer (?:wordt|komt|krijg|is de|moet)|when (?:do|does|is the|will the|can|should)|kan ik|mag ik|moet ik|krijg ik|can i|may i|do i|should i|will i|
     could i|am i (?:allowed|able)|is it possible|is het mogelijk|(?:does|do|is|are|will|can) (?:the|a|an|all|any)|is there|are there|is er|zijn er|
     (?:kan|mag|is|wordt|moet|werkt) (?:een|de|het|men|je)|hebben jullie|do you (?:have|offer|sell|accept|charge)`,
  ),
  evidence('condition', -2, 'als|if|indien|stel dat|when i|wanneer ik|suppose'),
  evidence(
    'technical',
    -2.5,
    `wifi|wachtwoord|password|app|signaal|signal|bereik|coverage|instelling(?:en)?|settings?|herstart\\w*|restart\\w*|update|verbinding|
     connection|verbinden|connect|speed|snelheid|traag|slow|netflix|voicemail|apn|pin|pincode|puk|foutmelding|error|melding|
     werkt|werken|working|works|work|doet het|opladen|beeld|zender|zenders|channel|channels|lampje|light|lights|vpn|dns|
     hotspot|browser|bluetooth|usb|screen time|games?|gaming|nummerbehoud|porting`,
  ),
];

/** What an annoyed customer complains of: the company, not the line. */
export const AIMED_AT_THE_COMPANY: readonly Evidence[] = [
  evidence(
    'aimed',
    1,
    `service|klantenservice|klantvriendelijk\\w*|bedrijf|company|provider|jullie|klanten?|customers?|treated|behandeld|omgegaan|
     met (?:mensen|klanten) om|your (?:team|people|staff|colleagues)|(?:niemand|nobody|no one) (?:luistert|helpt|reageert|belt|doet|
     listens|helps|calls|replies|responds|cares|gets back|wants)|(?:gebeld|uitgelegd|called|explained|told|emailed|gemaild)`,
  ),
];
