import { type Evidence, evidence } from '../evidence.js';

/** Points that are needed, once a loss is told. */
export const ENOUGH_FOR_FRAUD = 3.5;
/** What must be told: money that is gone, or something given to whom it should not. Short of that nothing has happened yet. */
export function tellsLoss(kinds: ReadonlySet<string>): boolean {
  return kinds.has('gone') || (kinds.has('given') && (kinds.has('swindle') || kinds.has('stranger')));
}

/** What tells a fraud that happened, over the whole message: people tell it as a story. */
export const FOR_FRAUD: readonly Evidence[] = [
  evidence(
    'lure',
    1.5,
    `link(?:je|s)?|klikke|sms(?:je)?|whatsapp(?:je|bericht)?|qr code|telefoontje|belde|gebeld|advertentie|marktplaats|veilingsite|pop ?up|website|webadres|mail|mailtje|berichtje|aan de deur|hesje|verificatielink|betaallink|
     text(?: message)?|called|rang|phoned|email|advert|marketplace|verification link|payment link|remote access|toll road text|door on`,
  ),
  evidence(
    'given',
    1.5,
    `geklikt|gedrukt|getikt|aangeklikt|ingevuld|vul(?:de)? mijn|doorgegeven|gegeven|afgegeven|voorgelezen|ingevoerd|overgemaakt|overgeboekt|overgezet|meegegeven|gestuurd|aanbetaald|meegekeken|op een nepsite gezet|heb (?:al )?betaald|
     clicked|entered|filled in|gave|given (?:him|her|them|my)|typed|wired|transferred|sent (?:him|her|them|two|money|the|\\d+)|read out|read him|shared my|moved (?:them|it|the money)|i sent`,
  ),
  evidence(
    'gone',
    2,
    `geld (?:is )?(?:weg|verdwenen|kwijt|gestolen|van mijn rekening)|(?:euro|geld|bedrag|bedragen)(?: \\w+){0,4} (?:weg|verdwenen|kwijt|afgehaald|van mijn rekening|opgenomen|van de rekening)|rekening (?:is )?leeg|saldo (?:is )?(?:nul|0|leeg|min)|leeggehaald|van (?:mijn|de|onze) rekening (?:gegaan|gehaald|af)|afschrijvingen (?:van|die|naar)|afgeschreven(?: \\w+){0,5} (?:niet|onbekend)|
     money (?:is |has )?(?:gone|vanished|disappeared|missing|been taken|taken)|(?:euros?|pounds?|\\d+)(?: \\w+){0,3} (?:gone|missing|withdrawn)|account is empty|balance is (?:minus|zero|0)|contactless payments|emptied|drained|transfers? followed|moving things`,
  ),
  evidence(
    'stranger',
    1.5,
    `(?:was|waren|ben) (?:ik|het|dat) niet|niet van mij|nooit (?:iets )?(?:besteld|gedaan|aangevraagd|van gehoord)|ken ik niet|onbekende|vreemde|wildvreemde|iemand anders|een ander|niet bestaat|
     (?:arent|are not|isnt|is not|not|werent|wasnt) (?:mine|me|made by me)|never (?:ordered|made|asked|heard|was in)|neither mine|nor mine|stranger|somebody else|someone else|doesnt exist|does not exist|dont recogni[sz]e|pretending to be`,
  ),
  evidence(
    'swindle',
    2.5,
    `oplichters?|oplichting|phishing(?:link|mail|site)?|nep\\w*|scam(?:mer|mers|med)?|fraude(?:ur|urs)?|fraud(?:ster|sters)?|zogenaamde?|fake|swindler|dief|dieven|thief|hacker|hackers|spoof\\w*|valse (?:mail|site|link|sms|website|bank)|
     (?:van|namens) de bank|de bank aan de lijn|from the bank|your security team|my grandson|(?:mama|mam|papa|pap|mum|mom|dad)(?: \\w+){0,3} (?:nieuwe nummer|new number)|from immigration|van de belastingdienst gebeld`,
  ),
  evidence(
    'key',
    1,
    `code|codes|inlogcodes?|pincode|wachtwoord|kaartnummer|cvc|bankgegevens|creditcardgegevens|paspoort|kopie id|password|pin|card (?:number|details)|bank details|one time code|passcode|verification code|login|bankcode`,
  ),
];

/** A question of how to tell or prevent it, or about a bill of the company's own. */
export const AGAINST_FRAUD: readonly Evidence[] = [
  evidence(
    'caution',
    -2.5,
    `herken(?:nen|t)?|voorkom(?:en)?|bescherm(?:en)?|waarschuwing|opletten|blokkeer ik spam|hoe meld|melden van|phishing melden|is dit(?: \\w+){0,6} (?:echt|nep|phishing|van jullie|betrouwbaar)|is (?:deze|die|mijn|het)(?: \\w+){0,5} (?:phishing|nep|echt|betrouwbaar|oplichting)|
     prevent|avoid|protect|recogni[sz]e a|spot a|how (?:do|can) i (?:tell|know|report|block)|is this(?: \\w+){0,6} (?:real|legit|genuine|scam|phishing|fake|from you)|waar meld|(?:niks|niets|niet) (?:hebt |heb )?(?:geklikt|ingevuld|gereageerd|geopend)|(?:did not|didnt|havent|have not) (?:click|clicked|enter|entered|reply|open)|als ik|if i|kan ik|wat als`,
  ),
  evidence(
    'billing',
    -2,
    `factuur|jullie hebben|dubbel|incasso|abonnement|maandbedrag|you (?:have )?(?:charged|took|billed)|invoice|subscription|my bill|terugbetaling|refund|wachtwoord vergeten|forgot(?:ten)? my password`,
  ),
];
