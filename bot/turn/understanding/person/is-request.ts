import {
  CALL_WORDS,
  LOOSE_PERSON_WORDS,
  NOT_WORDS,
  PERSON_WORDS,
  PUT_THROUGH_WORDS,
  REQUEST_WORDS,
  ROBOT_WORDS,
  TALK_WORDS,
  WANT_WORDS,
} from './person-words.js';
import { knownWord } from './word-likeness.js';

/** Up to this many words a name for a person alone is a request: "agent now please". */
const SHORT_REQUEST = 6;
const ME_WORDS = new Set(['mij', 'me', 'us', 'ons', 'gebeld', 'teruggebeld', 'terugbelverzoek', 'callback']);
const REAL_WORDS = ['echte', 'echt', 'levende', 'menselijk', 'real', 'actual'];
const QUESTION_OF_WAY = new Set([
  'hoe',
  'how',
  'waar',
  'where',
  'what',
  'wat',
  'wie',
  'who',
  'which',
  'welke',
  'why',
  'waarom',
]);
/** In words; nobody needs more to ask for a person. */
const LONGEST_REQUEST = 25;
/** In words: how much else may stand around the core of a request. */
const MOST_OTHER_WORDS = 2;
const WHO =
  '((een|de|het|n|jullie|je|uw|a|an|the|your|any|another|echte?|levende|menselijke?|andere|real|live|actual|human|proper) )*(medewerker|medewerkster|mens|persoon|klantenservice|helpdesk|adviseur|operator|leidinggevende|manager|supervisor|human|person|agent|representative|rep|advisor|employee|iemand|someone|somebody|een van (jullie|je|uw) (mensen|collegas|medewerkers)|one of your (people|colleagues|staff|team|agents)|collega|colleague|specialist|expert)( (van|from|of) ((de|jullie|the|your) )*(jullie|klantenservice|helpdesk|team|support|service|staff|dienst))?';
const TALK =
  '(spreken|praten|chatten|bespreken|overleggen|uitleggen|talk|speak|chat|explain|explain (this|it|that))';
/** The verb and the person side by side. */
const CORE = new RegExp(
  [
    `\\b${TALK}( even)? (to|with|met|tegen) ${WHO}\\b`,
    `\\b${WHO}( te| even| aan de (lijn|telefoon) te)? ${TALK}\\b`,
    `\\b(geef|give|get|bring|haal|roep|stuur|send)( (me|mij|ons|us))( \\w+)? ${WHO}\\b`,
    `\\b(want|wil|wil dat|can|could|kan|laat|have|let|like|need) ${WHO}( to| even| mij| me| ons)* (call|phone|contact|bel|belt|bellen|terugbellen|terugbelt)( me| back| us| mij)*\\b`,
  ].join('|'),
);
const OF_THE_CUSTOMER = /\b(ik|i|id|me|mij|we|wij|us|ons|graag|please)\b/;
/** After the core these begin what the talk runs over or under which conditions: a question about the telephone. */
const CONDITION =
  /^(via|in|naar|from|op|on|over|while|when|als|if|without|zonder|during|tijdens|at|through|for|voor|using|terwijl|abroad|overseas|gratis|free)$/;

/** Whether the core of a request stands in a clause, with few other words around it. */
export function hasRequest(words: readonly string[]): boolean {
  const text = words.join(' ');
  const core = CORE.exec(text);
  if (!core || !OF_THE_CUSTOMER.test(text)) return false;
  const before = text.slice(0, core.index).trim().split(' ');
  const after = text
    .slice(core.index + core[0].length)
    .trim()
    .split(' ');
  const others = [...before, ...after].filter((word) => word !== '' && !REQUEST_WORDS.has(word));
  const isDenied = before.some((word) => NOT_WORDS.has(word) || QUESTION_OF_WAY.has(word));
  return !isDenied && others.length <= MOST_OTHER_WORDS && !CONDITION.test(after[0] ?? '');
}

/**
 * Whether every word of a clause belongs to a request for a person, and together they are one.
 *
 * @param isAlone whether the clause is all that was said, so that a bare "agent" counts
 */
export function isRequest(typed: readonly string[], isAlone: boolean): boolean {
  if (typed.length > LONGEST_REQUEST) return false;
  const words: string[] = [];
  for (const word of typed) {
    const known = /^\d+$/.test(word) ? word : knownWord(word, REQUEST_WORDS);
    if (known === null) return false;
    words.push(known);
  }
  const has = (known: ReadonlySet<string>) => words.some((word) => known.has(word));
  const isNegated = has(NOT_WORDS);
  if (has(ROBOT_WORDS)) return isNegated || (has(PERSON_WORDS) && has(WANT_WORDS));
  const isTalk = has(TALK_WORDS);
  const isCall = has(CALL_WORDS);
  const isWanted = has(WANT_WORDS);
  if (words.includes('niemand') || words.includes('nobody')) return isTalk;
  if (isNegated) return false;
  const isAskingForWay = has(QUESTION_OF_WAY);
  const isBare = isAlone && words.length <= SHORT_REQUEST;
  if (has(PERSON_WORDS))
    return isTalk || isCall || ((isWanted || isBare) && !isAskingForWay) || isSentOn(words);
  if (has(LOOSE_PERSON_WORDS)) {
    if (isTalk || isSentOn(words)) return true;
    if (isCall) return isWanted && !isAskingForWay && isAskedNotStated(words);
    return (
      isPresence(words) ||
      (isAlone && words.length <= SHORT_REQUEST && REAL_WORDS.some((word) => words.includes(word))) ||
      (isWanted && REAL_WORDS.some((word) => words.includes(word)))
    );
  }
  if (has(PUT_THROUGH_WORDS) && (isPutThrough(words) ? !isAskingForWay : isAlone && words.length <= 2))
    return true;
  if (isCall) return (has(ME_WORDS) && !isAskingForWay) || isCallToUs(words) || words.includes('callback');
  return isContact(words);
}

/** "Can I call somebody", "let somebody call me"; not "I can call somebody", which tells what works. */
function isAskedNotStated(words: readonly string[]): boolean {
  return (
    /^(can|could|may|kan|kun|kunt|kunnen|mag|laat|let|have|please)$/.test(words[0] ?? '') ||
    ['wil', 'want', 'please', 'aub', 'graag'].some((word) => words.includes(word))
  );
}

/** "Transfer me", "kunt u mij doorverbinden": the verb right beside who is put through. */
function isPutThrough(words: readonly string[]): boolean {
  return /\b(transfer|connect|escalate|put|get|verbind|schakel|stuur|doorverbinden?)( dit| this)? (me|us|mij|ons|this|dit)\b|\b(ik|i)\b.*\b(doorverbinden|transferred|connected|doorgeschakeld)( worden)?$|\b(me|mij|ons)( nu| even| aub| alsjeblieft| direct)* (door\w+|verbinden)\b/.test(
    words.join(' '),
  );
}

/** "Stuur me door naar een collega", "hand me over to someone". */
function isSentOn(words: readonly string[]): boolean {
  return /\b(stuur|schakel|zet|hand|put|pass|switch|haal|roep)\b.*\b(mij|me|ons|us|collega|colleague|iemand|someone|medewerker|mens)\b.*\b(door|over|on|naar|in|to|erbij|through)\b/.test(
    words.join(' '),
  );
}

/** "Can I call you", "hoe bel ik jullie"; not "what can I call you". */
function isCallToUs(words: readonly string[]): boolean {
  const text = words.join(' ');
  if (/\b(what|wat|who|wie|they)\b/.test(text)) return false;
  return (
    /\b(ik|i|we|wij)\b.*\b(bel|bellen|opbellen|call)\b|\b(bel|bellen) (ik |we )?(met )?(jullie|u)\b|^jullie (even |nu )?bellen$/.test(
      text,
    ) && /\b(jullie|u|you)\b/.test(text)
  );
}

/** "Is there anyone?", "is er iemand aanwezig?" */
function isPresence(words: readonly string[]): boolean {
  const text = words.join(' ');
  return /^(hallo |hello |hi |hey |hoi )?(is|are) (er|daar|there|hier|here)?( \w+)? ?(iemand|anyone|anybody|someone|somebody|people|mensen|een collega|een medewerker|a colleague)( van (je|jullie|u))?( (er|daar|there|hier|here|aanwezig|beschikbaar|available|online|die .{1,40}|who can .{1,40})){0,3}$/.test(
    text,
  );
}

/** "Contact opnemen", "I want contact with you", "how can I contact you", "kan ik jullie spreken". */
function isContact(words: readonly string[]): boolean {
  const has = (word: string) => words.includes(word);
  const isWithYou = has('jullie') || has('you') || has('u') || has('je');
  if (has('contact')) {
    const isOfPeople = ['menselijk', 'menselijke', 'persoonlijk', 'telefonisch', 'human', 'personal'].some(
      has,
    );
    return has('opnemen') || has('neem') || isWithYou || isOfPeople || (has('wil') && words.length <= 4);
  }
  if (has('bereiken') || has('reach') || has('bereik')) return isWithYou;
  // "You" alone is the bot that is talked to.
  if (has('spreken') || has('speak') || has('talk')) return has('jullie') || has('guys');
  return false;
}
