/** An end after which more must follow, as a pattern over normalised words. */
export interface OpenEnd {
  readonly ends: RegExp;
  /** Where this is said too, the end is a whole one all the same. */
  readonly unless?: RegExp;
}

/** Words that ask, in front of which a preposition may stand alone at the end: "what is this for". */
const ASKS =
  /\b(what|whats|which|who|whos|whom|whose|where|wheres|how|hows|when|why|wat|welke?|wie|waar\w*|hoe|hoeveel|wanneer|waarom)\b/;
/** The same, and the small words that Dutch leaves prepositions alone behind: "ik heb er niets van", "daar hoort het bij". */
const ASKS_OR_POINTS = new RegExp(`${ASKS.source}|\\b(er|daar|hier|ergens|nergens|overal|daarmee|erbij)\\b`);
/** Words that open a part whose verb comes last: "omdat mijn modem kapot is". */
const PUTS_VERB_LAST = new RegExp(
  `${ASKS.source}|\\b(omdat|als|dat|die|of|toen|terwijl|zodat|doordat|nu|sinds|voordat|nadat|if|whether|that|this|it|than|because)\\b`,
);
/** A verb in front that takes another one at the end: "kan dat de router zijn". */
const MODAL =
  /\b(kan|kunnen|kun|zou|zouden|moet|moeten|zal|zullen|mag|mogen|wil|willen|blijkt|schijnt|hoort)\b/;

const end = (words: string, unless?: RegExp): OpenEnd => ({
  ends: new RegExp(`(^|[^\\p{L}\\p{N}])(${words})$`, 'u'),
  ...(unless ? { unless } : {}),
});

/**
 * Ends that stay open, Dutch and English. A word stands here only where hardly anybody ends with it: a particle ("uit",
 * "aan", "log in"), "het" or "dat" end whole questions.
 */
export const OPEN_ENDS: readonly OpenEnd[] = [
  // Words that join.
  end(
    'en|omdat|doordat|zodat|hoewel|tenzij|totdat|voordat|nadat|zodra|mits|dus|oftewel|namelijk|bijvoorbeeld|zoals',
  ),
  end('and|because|cuz|although|unless|until|whether|if|or|as|such as|for example|namely|as well as'),
  end(
    'maar',
    /^(\w+ ){0,2}(zeg|doe|laat|ga|kom|vertel|stuur|bel|geef|wacht|probeer|kijk|toe|stop|leg|zet|hou|houd|regel|verbind|mail|schrijf|neem|blokkeer|annuleer)( \w+){0,4} maar$/,
  ),
  end('but', /\b(all|nothing|anything|everything) but$/),
  end('want', new RegExp(`${ASKS.source}|\\b(you|they|we|he|she|people) (\\w+ )?want$`)),
  end('terwijl|while', /\b(a|some|quite a|een) while$/),
  end(
    'so',
    /\b(think|thought|hope|say|says|said|guess|believe|told|suppose|why|how|do|did|not|or|is|if|even|ever|just|more) so$/,
  ),
  end('since|sinds', /\bever since$/),
  end('als', /\b(net|zo|niet) als$/),
  end('wat als|what if|en als'),
  // "I think that" goes on, "how can that" does not.
  end(
    '(denk|hoop|lees|las|hoor|hoorde|zag|merk|merkte|zegt|zei|staat|stond|zorgen|zo|gezegd|verteld|vraag me af|weten) dat|(think|thought|hope|heard|saw|see|noticed|say|says|said|read|told me|the fact|is) that',
    ASKS,
  ),
  end('(weten|vragen|vraag me af|kijken|checken|controleren|weet niet|benieuwd) of'),
  end('of', /\b(what|which|who|whom|whose|where|how|because of it)\b/),
  // What belongs to something.
  end('de|mijn|onze|jouw|mn|enkele|the|an|my|our|your|their'),
  end('a', /\b(plan|option|zone|type|part|step|optie|bijlage|route|categorie|hepatitis|vitamine?) a$/),
  end('een', /\b(nummer|zone|optie|stap|keuze|antwoord|er|nog|die|welke|de|lijn|ronde|dag) een$/),
  end('geen|any', /\b(er|bijna|haast|nog|dont|do not|not|isnt|havent|without|if) (\w+ ){0,2}(geen|any)$/),
  end('te|zeer|very'),
  end('(de|het|is|was|ben|zijn|wordt|doet|gaat|werkt) heel'),
  end(
    '(aan|bij|door|in|met|naar|om|onder|op|over|tegen|tot|uit|van|via|voor|tussen|en|of|dat|als|omdat|want|maar) het',
    /\b(wat|waar|hoe) \w+ het\b/,
  ),
  // Prepositions, but not those that end verbs.
  end('met|van|naar|tegen|tussen|vanaf|volgens|tijdens|vanwege|wegens|via|per|rond', ASKS_OR_POINTS),
  end('zonder|without', /\b(of|or|er|daar) (zonder|without)$/),
  end(
    '(nodig|vraag|klacht|code|hulp|bedoeld|is|geldt|goed|bestemd|euro|betalen|betaal) voor',
    ASKS_OR_POINTS,
  ),
  end('(vraag|vragen|klacht|informatie|info|iets|gaat|praten|het) over', ASKS_OR_POINTS),
  end('(woon|woont|wonen|sta|ben|zit nu|klant) (in|op|bij)', ASKS_OR_POINTS),
  end('from|with|about|into|between|during|towards?|regarding|concerning|for', ASKS_OR_THERE()),
  end(
    'to',
    new RegExp(
      `${ASKS.source}|\\bto \\w+ to$|\\b(dont|do not|not|didnt) (want|need|have) to$|\\b(do|does|did) \\w+ (need|have|want|get) to$|\\b(used|allowed|supposed|able) to$`,
    ),
  ),
  end('(live|lives|living|am|im|work|works|based|customer) (in|at|on)', ASKS),
  end('(from|at|in|on|with|to|for) (this|these|those)', ASKS),
  end(
    '(beter|meer|minder|sneller|langzamer|slechter|hoger|lager|anders|liever|duurder|goedkoper|eerder|later) dan|\\w+er than|(more|less|rather|other|worse) than',
  ),
  // Somebody or something that has done nothing yet.
  end('is|are|was|were|wordt|werd', PUTS_VERB_LAST),
  end('zijn', new RegExp(`${PUTS_VERB_LAST.source}|${MODAL.source}|\\b(te|er) zijn$`)),
  end(
    '(en|maar|dat|als|omdat|dus|of|want|toen|terwijl|sinds|kan|moet|mag|wil|zou|zal|heb|ben) ik',
    /\b(wie|wat|waar|hoeveel) (ben|heb) ik$/,
  ),
  end(
    '(and|but|because|so|if|that|when|while|can|could|should|must|may|do|am|have|since) (i|we)',
    /\b(so|neither) (do|am|can|have) (i|we)$|\b(who|what|where) am i$/,
  ),
  end('ik|i', /\S \S+$/),
  end('im|ive|theres|youre|theyre|weve', /\b(who|where|what|how) \w+$/),
  {
    ends: /^((hi|hello|hey|hallo|hoi|dag|en|and|maar|but|so|dus|ok|oke|please) )*(can|could|would|will|do|are|have|kan|kun|kunt|kunnen|wil|wilt|zou|zouden|heb|hebt|hebben|is|zijn|mag) (you|u|je|jij|jullie|er|there)( (mij|me|us|ons|please|ook|even|nog|misschien|also|just))*$/,
  },
];

/** English leaves a preposition alone behind "nothing", "somebody" too: "someone to talk with". */
function ASKS_OR_THERE(): RegExp {
  return new RegExp(`${ASKS.source}|\\b(someone|somebody|nobody|anyone|anybody|nothing) to \\w+ \\w+$`);
}
