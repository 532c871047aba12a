import { DUTCH_WORDS, ENGLISH_WORDS } from '../language/language-words.js';
import { wordSet } from '../language/word-set.js';

/** Words of the language lists that are about something. */
const NO_SIDE_WORDS = wordSet(
  'rekening abonnement storing bill kost kosten nieuwe new medewerker mens telefoonnummer',
);

/** Several words that stand for one, replaced before the words are looked at; longest first. */
export const JOINED_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bvlees en bloed\b|\bflesh and blood\b/g, 'levende'],
  [/\bin ?plaats van\b|\binstead of\b|\brather than\b/g, 'instead'],
  [
    /\bcustomer (service|support|care)( (agent|rep|representative|team|desk|department))?\b/g,
    'klantenservice',
  ],
  [/\bklanten ?(service|dienst)( medewerkers?)?\b/g, 'klantenservice'],
  [/\b(help|service|support) ?desk( medewerker)?\b/g, 'helpdesk'],
  [/\b(call|contact) ?cent(er|re)\b/g, 'klantenservice'],
  [
    /\b(support|service|sales|tech|technical) (agent|rep|representative|medewerker|team|staff)\b/g,
    'medewerker',
  ],
  [/\bmembers? of (the )?(staff|team)\b/g, 'medewerker'],
  [/\bnot you\b|\bniet (met )?(jij|jou)\b/g, 'geen bot'],
  [/\b(menselijke|human) (hulp|help|assistance|support|contact)\b/g, 'mens'],
  [/\b(technische|technical) (dienst|support|team)\b/g, 'klantenservice'],
  [/\bin touch\b/g, 'in contact'],
  [/\bhuman beings?\b/g, 'human'],
  [/\bno one\b/g, 'nobody'],
  [/\b(live|levende) ?chat(ten)?\b/g, 'livechat'],
  [/\bcall ?back\b/g, 'callback'],
  [/\bdoor te verbinden\b|\bdoor ?verbonden\b/g, 'doorverbinden'],
  [/\bterug te bellen\b/g, 'terugbellen'],
  [/\b(get|krijg\w*) (a )?hold of\b/g, 'reach'],
  [/\bte pakken\b/g, 'aan de lijn'],
];

/** Names for somebody who works there; one of them alone is a request. */
export const PERSON_WORDS = wordSet(`
  mens persoon medewerker medewerkers medewerkster klantenservice helpdesk klantenservicemedewerker adviseur operator
  supportmedewerker servicemedewerker helpdeskmedewerker supervisor leidinggevende teamleider baliemedewerker
  human humans person agent representative rep advisor adviser employee livechat manager
`);

/** Names that need a verb of contact beside them. */
export const LOOSE_PERSON_WORDS = wordSet(`
  iemand someone somebody anyone anybody nobody niemand mensen people staff support collega collegas colleague colleagues expert experts specialist
  monteurs team
`);

/** Verbs and nouns of talking with somebody. */
export const TALK_WORDS = wordSet(`
  spreken spreek praten praat chatten gesprek contact verbinden verbind doorverbinden doorverbind doorverbindt
  doorschakelen doorgeschakeld doorgeven overdragen telefonisch mondeling lijn escaleren escaleer
  meekijken bereik bereiken
  talk talking speak speaking chat chatting connect connected transfer transferred reach escalate through line
`);

export const CALL_WORDS = wordSet(`
  bel bellen terugbellen teruggebeld gebeld terugbelverzoek opbellen telefoneren call callback ring
`);

/** Verbs that put the customer through, said without naming a person: "verbind me door", "put me through". */
export const PUT_THROUGH_WORDS = wordSet(`
  doorverbinden doorverbind doorverbindt doorgeschakeld doorschakelen verbind verbinden transfer transferred connect connected through
  escalate escaleren escaleer stuur
`);

export const WANT_WORDS = wordSet(`
  wil wilde willen wilt zou zouden graag kan kun kunt kunnen mag moet moeten geef nodig liever zoek laat stuur wens
  roep haal halen bring eis verlang bespreken heb can could may want wanna need needs give get let would like prefer id ill please must
  demand require looking wish send stuur
`);

export const ROBOT_WORDS = wordSet(`
  automated automatische
  robot robots bot bots chatbot chatbots computer computers machine machines automaat ai
`);

export const NOT_WORDS = wordSet(`
  niet geen not no dont cant cannot wont zonder without stop nooit never genoeg enough hate haat zat moe sick tired weg instead nobody niemand
`);

/**
 * Words that carry no wish of their own in such a request, beside the small words of both languages. A noun or verb that
 * is not here (a shop, a bundle, to become, to activate) makes the sentence a question.
 */
export const SIDE_WORDS: ReadonlySet<string> = new Set([
  ...[...DUTCH_WORDS, ...ENGLISH_WORDS].filter((word) => !NO_SIDE_WORDS.has(word)),
  ...wordSet(`
  mn jou ons n die dat ff effe echt echte levende levend menselijk menselijke gewoon gewone direct onmiddellijk snel asap
  alsjeblieft alstublieft aub svp asjeblieft pls plz eens oke nou opnemen neem telefoonlijn eindelijk rechtstreeks
  persoonlijk live word mogelijk beschikbaar aanwezig helpen helpt help hulp vandaag bereikbaar bereik bereiken af tegen
  virtuele digitale automatische stomme domme verder zin k schakel zet rather pass switch bot dit ding deze hier hen
  right away really actual actually real living immediately quickly here back put hand finally directly possible able hold
  hi ok okay soon available online talk stupid dumb automated virtual him her conversation chat guys chance am naar thing
  erbij mee uitleggen explain colleagues overzetten automatische antwoorden antwoord automated replies reply look kijken bekijken called urgently urgent dringend spoed today laten dienst contact tomorrow morgen straks later now daar deal staan achter inschakelen overleggen persoonlijke telefoon phone tel else
  `),
]);

/** Every word that may stand in a request for a person. */
export const REQUEST_WORDS: ReadonlySet<string> = new Set(
  [
    PERSON_WORDS,
    LOOSE_PERSON_WORDS,
    TALK_WORDS,
    CALL_WORDS,
    PUT_THROUGH_WORDS,
    WANT_WORDS,
    ROBOT_WORDS,
    NOT_WORDS,
    SIDE_WORDS,
  ].flatMap((words) => [...words]),
);
