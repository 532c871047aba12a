import type { QuestionKind } from '../contracts/filters.js';

const word = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');

/** Something is not as it should be. */
const FAULT = word(
  [
    'kan (?:ik )?niet|verkeerde?|lampje|werkt niet|werken niet|werkt .{0,20} niet|doet het niet|niet meer|lukt niet|start niet|geen (?:verbinding|beeld|internet|geluid|signaal|bereik|ontvangst|mail|service)',
    'fout|foutcode|foutmelding|melding|error|storing|probleem|problemen|kapot|hapert|traag|langzaam|langzamer|valt (?:weg|uit)|zwart scherm|geblokkeerd|vergeten|afgewezen|blijft|klopt niet|slecht|slechte',
    'already been|lights?|not work(?:ing)?|n.t work|does nothing|wont|won.t|cant|can.t|cannot|no (?:signal|internet|connection|picture|sound|service)|not (?:showing|arriving|loading)|broken|stuck|fails?|failed|slow|problem|issue|down|blocked|forgot|terrible|wrong|keeps',
  ].join('|'),
);
/** A code that a device or page shows. */
const CODE = /(?<![\p{L}\p{N}])[A-Z]{2,4}-?\d{3,}(?!\p{N})/u;
/** Of something that is the case: what, why, how much, whether. */
const EXPLANATION = word(
  'wat (?:is|zijn|betekent|kost|houdt)|waarom|waardoor|verschil|hoe (?:lang|veel|vaak|hoog|duur)|hoeveel|wanneer|kosten|kost|mag ik|heb ik|krijg ik|valt|what (?:is|are|does)|why|difference|how (?:long|much|many|often)|when|costs?|is there|do i (?:need|have|get|pay)|does|which',
);
/** Somebody wants to do something, and how. */
const HOW_TO = word(
  'hoe|waar (?:vind|kan|haal|meld)|kan ik|instellen|instellingen|wijzigen|zetten|verbergen|terugsturen|behouden|meenemen|gebruiken|veranderen|activeren|overzetten|aanzetten|uitzetten|koppelen|opzeggen|resetten|doorgeven|aanvragen|how|where (?:do|can)|can i|set ?up|settings|change|changing|activate|cancel|cancelling|canceling|porting|send back|turn (?:on|off)|connect|move|moving|keep|transfer|reset',
);

/** What somebody asks because something went wrong is not that it does. */
const OWED = word('vergoeding|compensatie|korting|compensation|refund|discount');

/** What an item's question asks, in Dutch or English; what cannot be told is an explanation. */
export function kindOf(question: string): QuestionKind {
  const text = question.slice(0, 300);
  if (OWED.test(text)) return 'explanation';
  if (FAULT.test(text) || CODE.test(text)) return 'fault';
  if (/^\W*(?:hoe|how)(?! (?:lang|veel|vaak|hoog|duur|long|much|many|often))(?!\p{L})/iu.test(text))
    return 'how-to';
  if (EXPLANATION.test(text)) return 'explanation';
  return HOW_TO.test(text) ? 'how-to' : 'explanation';
}
