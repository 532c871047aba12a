/** Desks, shops and offices that everybody may call or visit. */
const PUBLIC_PLACE =
  /(?<!\p{L})(?:(?:klanten|telefoon)?service(?:nummer|punt|desk|lijn|team)?|\p{L}{0,4}-?\p{L}{0,12}winkel|afdeling|restaurant|hotel|café|taxi(?:centrale)?|\p{L}{0,8}centrale|dieren(?:arts|ambulance)|kliniek|tandarts|universiteit|theater|bioscoop|zwembad|sportschool|box office|lost property|gevonden voorwerpen|ambassade|consulaat|embassy|consulate|rechtbank|court house|belastingkantoor|kiosk|p\+r|rode kruis|red cross|postkantoor|post office|supermarkt|supermarket|dealer|sorteercentrum|préfecture|ambassade|bureau de poste|störungs(?:stelle|dienst)|botschaft|book a table|klantcontact\p{L}*|help ?(?:desk|line)|(?:hoofd)?kantoor\p{L}*|hoofdvestiging|vestiging(?:en)?|filiaal|filialen|winkel\p{L}*|shop|store|gemeente(?:huis)?|stadhuis|stadskantoor|stadsloket|loket|bibliotheek|bieb|ziekenhuis|huisarts\p{L}*|apotheek|museum|storings?(?:dienst|nummer|lijn)|storingen|meldpunt|meldkamer|receptie|balie|bezoekadres|postadres|postbus|(?:inlever|afhaal|ophaal|uitgifte|pakket|service)punt\p{L}*|milieustraat|milieupark|depot|magazijn|werkplaats|voicemail\p{L}*|(?:vanuit|uit) het buitenland|from abroad|aus dem ausland|depuis l['’]étranger|alarmnummer|noodnummer|infolijn|informatielijn|callcenter|politie(?:bureau)?|customer (?:service|services|care|support|relations)|support(?: team| line)?|hotline|call cent(?:er|re)|contact cent(?:er|re)|head ?office|headquarters|switchboard|front desk|reception|town hall|city hall|council|library|hospital|surgery|branch|showroom|warehouse|visitors?|visit (?:us|our)|bezoek(?:t)? (?:ons|onze)|offices?|emergency|police|return(?:s)? (?:centre|center|address|department)|retour(?:adres|afdeling|centrum)|kundenservice|kundendienst|filiale|rathaus|zentrale|geschäftsstelle|service client(?:èle)?|agence|mairie|siège|boutique)(?!\p{L})/iu;
/** Shops and authorities by their names, which no house of somebody's has. */
const KNOWN_PLACE =
  /(?<!\p{L})(?:Albert Heijn|AH|Jumbo|(?:de|bij) Plus|Lidl|Aldi|Primera|Bruna|Hema|HEMA|Kruidvat|Etos|Action|Gamma|Praxis|Karwei|Ikea|IKEA|MediaMarkt|Coolblue|ANWB|UWV|SVB|RDW|CAK|CBR|Shell|Esso|Burger King|McDonald['’]?s|Starbucks|Tesco|Sainsbury['’]?s|Boots|Argos|Currys|Apple|Rewe|Edeka|Sparkasse|Carrefour|Fnac)(?!\p{L})/u;
/** What is said of a place that everybody may go to. */
const OPEN_TO_ALL =
  /(?<!\p{L})(?:vindt u|vind je|haal (?:het|ze|hem|je|uw)|ophalen bij|gevestigd|open tot|geopend|openingstijden|opens at|is located|(?:drop|collect) (?:it|them)|se trouve|befindet sich|geöffnet|de bieb zit|zit aan)(?!\p{L})/iu;
/** Who speaks of themselves, or of what is theirs. */
const OWN =
  /(?<!\p{L})(?:ik|mij|me|mijn|m'n|mn|wij|ons|onze|haar|zijn (?:vrouw|man|nummer|adres)|i|i'm|my|mine|our|us|her|ich|mein\p{L}*|unser\p{L}*|mon|ma|mes|notre|j'\p{L}+|klant|bezorg\p{L}*|aflever\p{L}*|deliver\p{L}*|geleverd|verhuisd|moved)(?!\p{L})/iu;

/** How far before a number or an address the words stand that tell whose it is. */
const BEFORE = 90;
const AFTER = 40;

/**
 * Whether what stands at a place belongs to a company, a shop or an authority by the words of its sentence: "our head office:
 * 030 …", "the town hall at Markt 1". What somebody says of themselves is never public.
 */
export function isPublicPlace(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const own = before.slice(before.search(/[^\n.!?;]*(?:(?<=\p{L}\p{L})\.(?=\p{L})[^\n.!?;]*)?$/u));
  // A capital before a street may have been taken for its first word: "Filiale Hauptstraße 5".
  const sentence = own + text.slice(start, end);
  const after = /^[^\n.!?;]*/.exec(text.slice(end, end + AFTER))?.[0] ?? '';
  const isOpen = KNOWN_PLACE.test(sentence) || OPEN_TO_ALL.test(sentence + after);
  if (isOpen && !OWN.test(sentence)) return true;
  const place = PUBLIC_PLACE.exec(sentence);
  if (place) return !OWN.test(sentence.slice(place.index + place[0].length)) && !SPEAKER.test(sentence);
  return PUBLIC_PLACE.test(after) && !OWN.test(sentence);
}

/** "Ik woon naast de winkel op …" begins with who speaks. */
const SPEAKER =
  /(?<!\p{L})(?:ik woon|wij wonen|we wonen|i live|we live|mijn adres|my address|ich wohne|mijn nummer|my number)(?!\p{L})/iu;
