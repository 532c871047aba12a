/** What is called after people, behind the name: "Simon Fraser University". */
const NAMED_AFTER =
  /^[ -]?(?:universit\p{L}*|straat|laan|weg|plein|kade|school|college|lyceum|academ\p{L}*|ziekenhuis|hospital|museum|huis|house|brug|bridge|stadi\p{L}*|arena|park|hal|stand|tribune|station|prijs|award|foundation|stichting|fonds|instituu?te?|kerk|church|festival|show|site|website|shop|store|winkel|collectie|tunnel|theater|theatre|b\.?v\.?|n\.?v\.?|ltd|gmbh|& )/iu;
/** What they are known for, in the words around the name. */
const TRADE =
  /(?<!\p{L})(?:\p{L}{0,12}(?:schrijver|schrijfster|auteur|zanger(?:es)?|acteur|actrice|presentator|presentatrice|schilder|componist|regisseur|kunstenaar|minister|wethouder|burgemeester|kamerlid|directeur|voetballer|author|writer|singer|actor|actress|painter|composer|director)s?|ceo|president|king|queen|koning(?:in)?|prin(?:s|ses|ce|cess|z|zessin)|professor|trainer|coach|dj|artist|mayor|chairman|founder|politic\p{L}+|\p{L}{0,8}(?:boek|roman|lied|liedje|album|film|serie|concert|buch)(?:en|je|jes|s)?|songs?|podcast|optreden|tour|books?|novel|movie|playlist|expositie|tentoonstelling|livre|chanson|autobiografie|musical|voorstelling|te leen|vernoemd|named after|cd|cds|lp|dvd|single|vinyl|gedicht(?:en)?|strip(?:boek)?|schilderij(?:en)?|(?:stand)?beeld|statue|painting|poem|merk|brand|tv|televisi(?:e|on)|radio|halte|metrohalte|werkt bij|works at|redacteur|woordvoerder|spokes\p{L}+|experts?|kaartjes voor|tickets for|luister\p{L}* naar|(?:ik|we|i) (?:kijk|keek|watch|watched)|uitzending|gespeeld door|played by|treedt op|listen\p{L}* to)(?!\p{L})/iu;
/** Those who work for the company, right before their name, … */
const STAFF_BEFORE =
  /(?<!\p{L})(?:mede-?werk\p{L}*|helpdesk|webcare|monteur|moderator|onze collega|agent|adviseur|advisor|technician|engineer)(?: is| heet|:|,)?[ ]$/iu;
/** … and right behind it. */
const STAFF_BEHIND =
  /^,? ?\(?(?:(?:is|was|onze|our|de|the|een|an?|uw|your) ){0,2}(?:van (?:de|het|uw|jullie)|from (?:the|your)|at (?:the|your))?[ ]?(?:mede-?werk\p{L}*|helpdesk|webcare|monteur|moderator|klantenservice|customer (?:service|care)|support|technician)(?!\p{L})/iu;
const FAMOUS =
  /(?:rutte|wilders|verstappen|hamilton|cruijff|messi|ronaldo|beckham|carmiggelt|frank|dickens|rowling|shakespeare|beethoven|bach|mozart|einstein|swift|sheeran|jackson|mandela|trump|biden|obama|merkel|macron|musk|bezos|gates|jobs|zuckerberg|appel|mulisch|borsato|meeuwis|froger|garrix|mccartney|lennon|bowie|prince|presley|newton|edison|tesla|volta|bell|hazes|doorman|rembrandt|heijn|linders|hornby|christie|king|potter|watson|holmes|bond|kant|marx|ferguson|churchill|kennedy|disney|dahl|goethe|schiller|gaulle|curie|pasteur|smeets|pauw|jinek|lubach|rieu|berry|attenborough|russell|joel|hugo)(?:$|[ -])/iu;
/** Shops, makers and banks that are called after somebody. */
const COMPANIES =
  /^(?:douwe egberts|albert heijn|jan linders|dirk van den|hugo boss|tommy hilfiger|calvin klein|paul smith|ralph lauren|michael kors|marc jacobs|karl lagerfeld|jimmy choo|ted baker|fred perry|laura ashley|john (?:lewis|deere)|jack (?:daniel|wolfskin|jones)|johnnie walker|stella artois|sam adams|jo malone|charlotte tilbury|elizabeth arden|helena rubinstein|louis vuitton|yves (?:rocher|saint)|christian dior|max mara|leen bakker|simon l[ée]velt|anna van toor|harvey nichols|thomas (?:cook|sabo)|fred olsen|charles schwab|morgan stanley|philip morris|robert (?:bosch|half)|russell hobbs|george foreman|martin lewis|marie claire|victoria['’]?s? secret|tom (?:tailor|tom|ford)|otto simon|sebastian kneipp|oliver bonas|rené lezard|gerry weber|betty barclay|peter (?:pan|langner)|oscar mayer|ben (?:en|and|&)|ronald mcdonald|elisabeth line|elizabeth (?:line|tower)|king charles|saint |sint )/iu;
/** Places are called after people: "Victoria Park", "Maria Magdalenakerk"; "van der Laan" is a family. */
const PLACE =
  /\p{Ll}(?:kerk|straat|laan|plein|school|college|ziekenhuis|museum|toren|brug|park|straße|platz|allee|gasse|zaal|stadion)$|(?<!(?:van|der|den|de|ter|ten|von|vom|zur))[ -](?:park|street|road|lane|avenue|line|station|stadium|square|bridge|hall|house|centre|center|hospital|school|college|church|market|hotel|tower|stand|terminal|arena|building|theatre|theater|tunnel|zaal|plein|straat|laan|weg|kade|haven|brug|platz|straße)$/iu;
const AROUND = 60;

/** Firms that begin with a first name: "Tommy Teleshopping". */
const FIRM_END =
  /[ ](?:\p{L}*shopping|verhuur|media|groep|group|bank|energie|energy|telecom|stores?|hotels?|airlines|express|records|beauty|makelaar(?:s|dij)|advocaten|notarissen|reizen|travel|tours|transport|bouw|techniek|opticiens?|juweliers?)$/iu;
const SCHOOL = /\p{Ll}(?:school|straat|plein|college|ziekenhuis|museum|stadion|gymnasium|universiteit)$/u;

/** Whether somebody works for the company by the words behind a name, or the name is a building's: "Annie Schmidtschool". */
export function isOfStaff(text: string, start: number, end: number): boolean {
  return STAFF_BEHIND.test(text.slice(end, end + AROUND)) || SCHOOL.test(text.slice(start, end));
}

/** Whether a full name is that of a thing, of a company, or of somebody whom everybody knows or who works for the company. */
export function isOfPublic(text: string, start: number, end: number): boolean {
  const found = text.slice(start, end);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return (
    NAMED_AFTER.test(after) ||
    FAMOUS.test(found) ||
    COMPANIES.test(found) ||
    PLACE.test(found) ||
    FIRM_END.test(found) ||
    STAFF_BEFORE.test(before) ||
    STAFF_BEHIND.test(after) ||
    TRADE.test(before + after)
  );
}
