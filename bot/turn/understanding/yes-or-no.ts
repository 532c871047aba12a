import { normalise, spelledOut } from './normalise.js';

const COURTESY =
  '( (graag|hoor|aub|svp|alsjeblieft|alstublieft|bedankt|dank je( wel)?|dank u( wel)?|dankjewel|doe maar|please|thanks|thank you|sure|natuurlijk|zeker|prima|top|liever niet|niet|hoeft niet|dat hoeft niet|laat maar|is goed|dat is goed|for sure|of course|do that|go ahead|it did|it does|that helped|dat hielp|het hielp|heel goed|great|not really|not needed|im good|no need|it didnt|it did not|dat hielp niet|het hielp niet)){0,10}';
const YES = new RegExp(
  `^(ja+|jep|jazeker|jawel|jaa+|yes+|yep|yeah|yup|yea|ye|zeker|absoluut|absolutely|klopt|inderdaad|correct|graag|natuurlijk|of course|sure|certainly|definitely|exact|precies|exactly|yes i do|ja dat wil ik|i do)${COURTESY}$`,
);
const NO = new RegExp(
  `^(nee+|neen|neuh|nope|no+|nah|niet|nee dat niet|liever niet|not really|never ?mind|laat maar( zitten)?|hoeft niet( meer)?|dat hoeft niet|niet nodig|no need|not needed|not now|nu niet|absoluut niet|zeker niet|echt niet|i dont|no i dont|nee ik niet|forget it)${COURTESY}$`,
);
/** Among a "no": that the matter is let go, which says nothing about whether an answer helped. */
const LETS_GO =
  /\b(liever niet|rather not|laat maar|never ?mind|(dat )?hoeft niet( meer)?|no need|not needed|niet nodig|forget it|not now|nu niet)\b/;
/** Words, praise too, that accept an offer, but say nothing about whether an answer helped. */
const FINE = new RegExp(
  `^(ok|oke|okay|okee|prima|goed|is goed|dat is goed|doe maar|top|fine|alright|all right|go ahead|do it|do that|please( do)?|lets do that|sounds good|perfect|akkoord|mag|dat mag|(heel )?(fijn|mooi|super|geweldig|fantastisch|tof|great|awesome|nice|cool|wonderful|lovely|excellent))${COURTESY}$`,
);

/**
 * Whether a text as a whole says yes, no, that the matter is let go (no to an offer only) or "fine" (yes to an offer only);
 * null for anything else.
 */
export function yesOrNo(text: string): 'yes' | 'no' | 'let-go' | 'fine' | null {
  const thumbs = thumbOf(text);
  if (thumbs) return thumbs;
  const normal = spelledOut(normalise(text));
  if (normal.length > 60) return null;
  if (YES.test(normal)) return 'yes';
  if (NO.test(normal)) return LETS_GO.test(normal) ? 'let-go' : 'no';
  if (!FINE.test(normal)) return null;
  return /\b(niet|not)\b/.test(normal) ? 'let-go' : 'fine';
}

function thumbOf(text: string): 'yes' | 'no' | null {
  const symbols = text.replace(/\u{FE0F}|[\u{1F3FB}-\u{1F3FF}]|[\s!.]/gu, '');
  if (/^(👍|✅|👌|✔)+$/u.test(symbols)) return 'yes';
  return /^(👎|❌|✖)+$/u.test(symbols) ? 'no' : null;
}
