import { type Finder, type Finding, type PersonalKind, patternFinder } from './finding.js';
import { isCalledExample } from './is-example.js';

/** Numbers by the word before them. Dutch, English and German; `№`-words follow the noun. */
const NOUNS: readonly (readonly [PersonalKind, string])[] = [
  [
    'customerNumber',
    'klant(?:en)?|klantenkaart|bonuskaart|spaarkaart|chipkaart|relatie|debiteur(?:en)?|contract|account|abonnements?|lidmaatschaps?|leden|lid|polis|verzekerden?|verzekerings|zorgpas|pati[eë]nt(?:en)?|personeels|student(?:en)?|leerling|inschrijf|registratie|gebruikers|customer|client|subscriber|member(?:ship)?|loyalty|subscription|policy|patient|employee|student|user|kunden|mitglieds|versicherungs|vertrags?|client|d.abonn[ée]|contrat|meter|aansluit|abonnee|leden|leerlingen|zorgverzekerings?|polis ?houder|policy ?holder|gebruikers?|relaties?|deelnemers?|spaar|air ?miles|frequent flyer|flying blue|bahncard|railcard|oyster(?: ?card)?|trein ?kaart|season ticket|reader|library|lezers?|student|reg(?:istration)?|matricule|adh[ée]rent|compte|assur[ée]|z[äa]hler|vertragskonto|kundenkonto|d.assur[ée]|de contrat|de compte|fidélité|kassen|teilnehmer|patienten|smart ?meter|slimme ?meter|gasmeter|watermeter|stroommeter|energie ?meter',
  ],
  [
    'orderNumber',
    'order|bestel(?! ?code)|bestellings?|opdracht|werkorder|retour|rma|zending(?:s)?|zend|pakket|track(?:ing|[- ]?(?:&|and|en)[- ]?trace)?|ticket|case|claim|schade|zaak|dossier|aanvraag|incident|klacht|bezwaar|meldings?|referentie|kenmerk|reference|afspraak|appointment|reservering(?:s)?|reserverings|boeking(?:s)?|booking|reservation|confirmation|offerte|quote|shipment|consignment|parcel|return|repair|reparatie|bestell|auftrags?|sendungs|vorgangs|commande|dossier|suivi|colis|ticket|vordering|beschikking|zaaks?|dossiers?|docket|job|query|enquiry|complaint|claims?|delivery|lever|bon|kassabon|transactie|transaction|betaling|betaal|payment|verzend|collo|barcode|label|order ?bevestiging|reserve|pnr|voorgangs|paket|liefer|buchungs|reklamations|r[ée]clamation|r[ée]servation|tracking',
  ],
  [
    'invoiceNumber',
    'factuur|facturen|nota|aanslag(?:biljet)?s?|boete|cjib|heffings?|belasting|incasso|fine|penalty|council tax|tax|steuer|mahn|invoice|bill|rechnungs?|facture',
  ],
];
const NUMBER_WORD = String.raw`(?:[\s-]{0,2}(?:nummer|numbers?|nrs?|no|num|n°|№|code|id|ref|reference|kenmerk|nummern|pas|kaart|card|karte|key)\.?)`;
const BETWEEN = String.raw`(?!\p{L})(?:\s*(?:[:=#|]|is|was|ist|est|van mij is|met|staat (?:als|onder|op)|loopt onder|van (?:mijn|m'n|ons|onze) \p{L}{2,20}(?: is)?|of (?:my|the|our) \p{L}{2,20}(?: is)?|in quest\p{L}*|n°|\*{1,2}|[("'“\x60])){0,4}\s*`;
/** Five digits or more, in one piece or in groups, with a few letters before them or between. */
const NUMBER = String.raw`(?<found>(?:#|[A-Z]{1,6}[-/#. ]{0,2})?\d(?:[ ./-]?\d){4,21}(?:[-/]?[A-Z]{1,3}(?![\p{L}\d])|[ ./-]?[A-Z]{1,3}[ ./-]?\d{1,6})?|(?=[#A-Z\d./-]{0,24}(?:\d[#A-Z./-]{0,6}){5})[A-Z\d]{1,20}(?:[-/.#]{1,2}[A-Z\d]{1,14}){0,6}|[A-Z]{1,3}\d{1,3}[A-Z]{0,2}[ -]\d{4,12}|[A-Z]\d{4,12}|(?=(?:[ ]?[A-Z]{0,3}\d){6})(?:[A-Z]{0,3}\d[A-Z\d]{0,6}[ ]){1,4}[A-Z]{0,2}\d[A-Z\d]{0,8})(?![\p{L}\d])`;
/** A product has a reference as well. */
const NO_THING =
  '(?<!(?:mod[eèé]l\\p{L}*|type|filter|onderdeel|onderdelen|artikel|article|product|produit|pièce|part|spare|ersatzteil|grid|map|colou?r|kleur|paint|verf)(?!\\p{L})[^\\n.!?]{0,40})';
/** A code of letters and digits, as trains and planes are booked by. */
const BOOKING = String.raw`(?<found>(?=[A-Z]*\d)[A-Z\d]{5,8})(?![\p{L}\d])`;
/** Nouns that stand right before their number: "bestelling BX-2208817", "order #704-229". */
const BARE_NOUN =
  'order|bestelling|zending|pakket|pakje|debiteur|incident|membership|transactie|transaction|lidmaatschap|abonnement|lid|dossier|zaak|ticket|case|claim|klacht|retour|reservering|boeking|booking|reservation|factuur|nota|invoice|bill|offerte|quote|quotation|angebot|devis|bestellung|rechnung|auftrag|sendung|commande|facture|polis|policy|contract|trackingcode|trackingnummer|track ?(?:&|and|en) ?trace(?:[- ]?code)?|tracking|kenmerk|referentie|ref|reference|klant|customer|kunde|vertragskonto|kundenkonto';
/** Letters are part of it, or a sign says that it is a number; a date is neither. */
const BARE_NUMBER = String.raw`(?!\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d))(?!(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))(?=[A-Z#\d./-]{0,24}(?:\d[A-Z./-]{0,6}){5})(?<found>#?[A-Z\d]{1,24}(?:[-/.][A-Z\d]{1,14}){0,4})(?![\p{L}\d]|[.,]\d| ?(?:€|%|euro|stuks|keer|x(?!\p{L})))`;

const labelled: Finder[] = [
  patternFinder(
    'orderNumber',
    new RegExp(
      String.raw`(?<!\p{L})(?:${BARE_NOUN})(?:[ ]?[:=([]|[ ](?:is|met|number|nr\.?|(?:staat |loopt |bekend )?onder))?[ ]{0,2}${BARE_NUMBER}`,
      'dgiu',
    ),
    // All of letters would be a word; the pattern counts digits in any case.
    (found) => /\d{3}|\d\D?\d\D?\d/.test(found),
  ),
  patternFinder(
    'orderNumber',
    new RegExp(
      String.raw`(?<!\p{L})(?:[Bb]oekings?|[Rr]eserverings?|[Bb]ooking|[Rr]eservation|[Bb]uchungs)[ -]?(?:code|nummer|number|reference|ref|nr)?\.?(?:[ ]?[:=]|[ ]is)?[ ]${BOOKING}`,
      'dgu',
    ),
  ),
  // A record of an airline or a railway has six signs, with a digit or without.
  patternFinder(
    'orderNumber',
    /(?<!\p{L})PNR(?:[ -]?(?:code|nummer|number))?(?:[ ]?[:=]|[ ]is)?[ ](?<found>[A-Z\d]{6})(?![\p{L}\d])/dgu,
  ),
  patternFinder(
    'orderNumber',
    new RegExp(
      String.raw`(?<!\p{L})(?:num[ée]ro|n°|no\.?) ?(?:de |d['’])?(?:client|commande|facture|dossier|contrat|suivi|colis|compte|abonn[ée]|adh[ée]rent|s[ée]rie du compteur|compteur)[ ]?:?[ ]?${NUMBER}`,
      'dgiu',
    ),
  ),
  ...NOUNS.map(([kind, nouns]) =>
    patternFinder(kind, new RegExp(`(?<!\\p{L})(?:${nouns})${NUMBER_WORD}${BETWEEN}${NUMBER}`, 'dgiu')),
  ),
  // "my account 12345678" without the word number.
  patternFinder(
    'customerNumber',
    new RegExp(`(?<!\\p{L})(?:account|klant|customer)${BETWEEN}(?=\\d(?:[ .-]?\\d){5})${NUMBER}`, 'dgiu'),
  ),
  patternFinder(
    'invoiceNumber',
    new RegExp(
      `${NO_THING}(?<!\\p{L})(?:betalingskenmerk|betaalkenmerk|kenmerk|payment ref(?:erence)?|referentie|reference|ref|aktenzeichen|référence|réf(?: client)?|sepa[- ]?mandaat|mandaat(?:kenmerk|nummer)?|mandate(?: reference| id)?|mandatsreferenz)\\.?(?: ?(?:no|nr|number|nummer|code)\\.?(?!\\p{L}))?${BETWEEN}${NUMBER}`,
      'dgiu',
    ),
  ),
  // Meters and connections of energy and water, by their word: EAN of a connection, MPAN, MPRN, meter.
  patternFinder(
    'customerNumber',
    new RegExp(
      String.raw`(?<!\p{L})(?:ean(?:[- ]?(?:code|nummer|number|nr))?\.?[ ](?:van |voor |of |for )?(?:(?:mijn|de|my|the|onze) )?(?:aansluiting|stroom|gas|elektra|elektriciteit|connection|meter)|mpan|mprn|mpr|pdl|pce|(?:gas|water|stroom|elektriciteits|slimme |smart |electric(?:ity)? )?meter(?:[- ]?(?:nummer|number|nr|no|serial))?\.?)${BETWEEN}${NUMBER}`,
      'dgiu',
    ),
    (found) => found.replace(/\D/g, '').length >= 6,
  ),
  patternFinder(
    'customerNumber',
    /(?<=(?:aansluiting|stroom|gas|elektra|energie|meter|mijn|onze|my|our)[^\n.!?]{0,60})(?<!\d)(?:8716|8712|8717|5414|5415)\d{14}(?!\d)|(?<!\d)(?:8716|8712|8717|5414|5415)\d{14}(?=[^\n.!?\d]{0,20}(?<!\p{L})(?:mijn|onze|my|our)(?!\p{L}))/dgiu,
  ),
  // German meters by DIN 43863-5, and numbers that carry the word for what they are.
  patternFinder(
    'customerNumber',
    /(?<![\p{L}\d])\d ?[A-Z]{3} ?\d{2} ?\d{2,4} ?\d{2,4}(?: ?\d{2})?(?![\p{L}\d])/dgu,
  ),
  patternFinder(
    'orderNumber',
    /(?<![\p{L}\d-])(?:INV|FACT|ORD|ORDER|CUST|KLANT|POL|RMA|CASE|TKT)[-/#]?\d{5,12}(?![\p{L}\d-])/dgu,
  ),
  // Parcels by the forms of those who bring them: 3SABCD…, JD…, 1Z…, RR123456789NL.
  patternFinder(
    'orderNumber',
    /(?<![\p{L}\d])(?:3S[A-Z]{3,4}\d{7,12}|JVGL\d{10,20}|JD ?\d{4}(?: ?\d{4}){3,4}|JD\d{16,20}|JJD\d{12,20}|1Z[A-Z\d]{16}|[A-Z]{2}\d{9}[A-Z]{2}|H[A-Z\d]{3}HDN\d{8,}|[A-Z]{2}\d{3} ?\d{3} ?\d{3} ?[A-Z]{2})(?![\p{L}\d])/dgu,
  ),
  patternFinder(
    'orderNumber',
    /(?<!\p{L})(?:track(?:ing|[- ]?(?:&|and|en)[- ]?trace)|volg|postnl|dhl|dpd|ups|gls|hermes|evri|royal mail|colissimo)(?:[ -]?(?:code|nummer|number|no|nr|link|id)\.?)?(?:[ ]?[:=#]|[ ](?:is|was|says))?[ ](?<found>[A-Z]{0,4}\d{2,6}(?:[ ]\d{3,6}){2,5}(?:[ ]?[A-Z]{2})?|[A-Z]{0,4}\d{9,24}[A-Z]{0,2})(?![\p{L}\d])/dgiu,
  ),
];

/** What a number is called that belongs to a thing or an event: a fault, a product, a program, an amount. */
const THING =
  'versie|version|storing|melding|lot|batch|barcode|streepjescode|partij|trein|reeks|wet|verordening|topic|thread|pagina|page|versie|version|serie|serial|build|model|artikel|article|firmware|release|fout|storing|error|fehler|status|code|exception|event|bug|issue|patch|driver|product|produkt|onderdeel|part|typenummer|sku|ean|isbn|hash|id|pid|offset|poort|port|bedrag|amount|prijs|price|totaal|total|saldo';
/** Nine digits on their own, in one piece or as 1234.56.789; behind a word for a thing's number they are that. */
const NINE_DIGITS = new RegExp(
  String.raw`(?<!(?:${THING})[^\n.;!?]{0,40})(?<![€$£] ?)(?<![\p{L}\d.,/_+-])(?:\d{9}|\d{4}([. ])\d{2}\1\d{3})(?![\p{L}\d_]|[.,/-]\d| ?(?:[€%]|euro|eur|bytes?|[kmg]b|keer|times|views|ms)(?!\p{L}))`,
  'dgiu',
);
/** Cards of banks, SIM cards, device numbers: 13 to 20 digits in one piece or in groups of four. */
const LONG =
  /(?<!(?:ean|gtin|isbn|serial(?:[ -]?(?:number|no))?|serienummer|s\/n|barcode|streepjescode|artikel\p{L}*|sku)[^\n.;]{0,25})(?<![\p{L}\d.,/_+-])(?!0|20[0-3]\d)(?:\d{14,20}|[1-9]\d(?:[ -]?\d{2,7}){1,6}[ -]?\d{1,4})(?![\p{L}\d_]|[.,/-]\d)/dgiu;
/** Sixteen digits in fours with any mark between them are a card whatever its check digit. */
const CARD =
  /(?<!(?:ean|gtin|isbn|barcode|sku)[^\n.;]{0,25})(?<![\p{L}\d.,/_+-])[2-6]\d{3}([ .-])\d{4}\1\d{4}\1\d{4}(?![\p{L}\d_]|[.,/-]\d)/dgiu;
/** "exp 11/28" beside a card. */
const EXPIRY =
  /(?<=(?<!\p{L})(?:visa|master ?card|amex|maestro|(?:credit|debit|bank)? ?card|(?:credit|bank)?(?:card|kaart|pas)|kreditkarte|carte)(?!\p{L})[^\n]{0,60}(?<!\p{L})(?:exp(?:iry|ires|iration)?(?: date)?|vervaldatum|vervalt|geldig (?:tot|t\/m)|verloopt|valid (?:thru|until|to)|gültig bis|expire)[.: ]{1,3})(?:0?[1-9]|1[0-2])[/-](?:20)?[2-4]\d(?![\d/-])/dgiu;
/** Beside its word a card or device number counts without its check digit. */
const LABELLED_LONG =
  /(?<!\p{L})(?:credit ?card|debit ?card|bank(?:pas|kaart)|(?:chip|klanten|ov-?chip|bonus|spaar|cadeau|gift|tank|museum)?kaart|(?:\p{L}{3,14})?pas|clubcard|nectar card|gift ?card|loyalty card|card|kreditkarte|carte(?: bancaire)?|visa|mastercard|amex|maestro|imei(?:\d)?|meid|simkaart|sim ?card|sim|iccid|toestel)(?:[- ]?(?:nummer|number|nr|no|numéro)\.?)?(?:[ ]?[:=(#]|[ ](?:is|was|van mij is|ending|ist))*[ ]{0,2}(?<found>\d(?:[ -]?\d){12,19})(?!\d)/dgiu;

const unlabelled: Finder[] = [
  patternFinder('citizenNumber', NINE_DIGITS, isCitizenNumber),
  patternFinder('longNumber', LONG, isLongNumber),
  patternFinder('longNumber', LABELLED_LONG),
  patternFinder('longNumber', CARD),
  patternFinder('longNumber', EXPIRY),
];

/** Numbers that lead to one person: customer, order and invoice numbers, citizen service numbers, cards and devices. */
export function findNumbers(text: string): Finding[] {
  if (!/\d/.test(text)) return [];
  const long = unlabelled
    .flatMap((find) => find(text))
    .filter(({ start, end }) => !isCalledExample(text, start, end));
  return [...labelled.flatMap((find) => find(text)), ...long];
}

/** The 11-proof of the Dutch citizen service number: 9a + 8b + … + 2h − i divides by 11. */
function isCitizenNumber(written: string): boolean {
  const digits = digitsOf(written);
  if (digits.length !== 9 || digits.every((digit) => digit === 0)) return false;
  const sum = digits.reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
  return sum % 11 === 0;
}

/** Cards have 14 to 16 digits or 19, devices 15, SIM cards 19 or 20. */
function isLongNumber(written: string): boolean {
  const length = digitsOf(written).length;
  return length >= 14 && length <= 20 && hasLuhnDigit(written);
}

/** The check digit of ISO/IEC 7812, which bank cards, SIM cards and IMEI numbers carry. */
function hasLuhnDigit(written: string): boolean {
  const sum = digitsOf(written)
    .reverse()
    .reduce((total, digit, place) => {
      const weighed = place % 2 === 1 ? digit * 2 : digit;
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
  return sum > 0 && sum % 10 === 0;
}

function digitsOf(written: string): number[] {
  return [...written.replace(/\D/g, '')].map(Number);
}
