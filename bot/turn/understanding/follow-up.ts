import { wordsOf } from './normalise.js';

/** Longer texts say what they are about themselves. In words. */
const LONGEST = 10;
const LONGEST_WITHOUT_START = 8;

const START =
  /^(en|maar|of|ook|dus|and|but|or|also|so) (?!(hoe|how) (zet|kan|do|can) (ik|i) (?!dat|dit|het|die|that|this|it))|^(what|how) about\b|^(en|and) (dan|daarna|then)\b|^wat als (het|dat|dit|ik)\b|^what if (it|that|this|i)\b|^(zelfde|same)\b|^(its|het is|hij is)\b|^(hoezo|waarom|why|how so|and|en|hoe dan|how|hoe|sinds wanneer|waar|where|wanneer|when)$/;
/** A pronoun that points back: not before a noun ("this weekend"), not an article. */
const POINTS_BACK =
  /\b(trouwens|already|btw)\b|\b(dat|that)\b(?! (ik|je|u|we|wij|het|mijn|de|i|you|my|the)\b)|\b(dit|this)\b(?= (ook|niet|wel|nog|dan|voor|met|zonder|op|in|is|kan|werkt|gratis|zo|also|not|for|with|without|on|work|apply|cost|take|possible|free|too|the|doen|aan|uit)\b|$)|\b(die|deze|those|these)\b(?= (ook|niet|dan|ergens|vinden|kopen|krijgen|halen|also|too|work|cost|zelf)\b|$)|\b(ermee|erop|ervoor|erbij|eraan|daarmee|daarvoor|daarop|daarbij|daarvan|daarna|hiermee|hiervoor|hierbij|hierop|hiervan|waarmee dan)\b|\b(it|them)\b(?! (team|department))|^(kan|werkt|kost|lukt|duurt|moet|gaat|geldt|mag|helpt|is|wordt|kost) (het|dat|dit|die|deze)\b|^(hoe lang|hoelang|hoeveel|hoe veel|hoe vaak|hoe snel|wat|waarom|wanneer|waar|hoe) (\w+ )?(kost|duurt|werkt|doe ik|lukt|vind ik|moet ik) (het|dat|dit|die|deze)\b|^(hoe lang|hoelang|hoe|wat|waarom|wanneer|waar) (\w+ )?(is|kan|gaat) (het|dat|dit|die|deze)(?= (ook|dan|nog|wel|niet|zo|gratis|mogelijk|duur|veilig|nodig|in|op|met|voor|bij|precies|eigenlijk)\b|$)/;
/** What looks like pointing back and is not. */
const NOT_BACK =
  /\b(doet|doen|deed) het\b|\bis het mogelijk\b|\bis it possible\b|\bhoe laat\b|\b(het|the) (internet|netwerk|nummer|kastje|apparaat|toestel|signaal|abonnement|adres|wachtwoord|scherm|beeld|geluid|bereik|lampje)\b|\bzorg(en|t)? dat\b|\bit (says|department)\b|\bzegt dat\b|\bis it normal\b/;

/**
 * Whether a text goes on from the question before: short, and beginning with a connective ("and abroad?") or pointing
 * back with a pronoun ("how much does that cost"). Both readings are searched, so that a wrong guess costs little.
 */
export function isFollowUp(text: string): boolean {
  const words = wordsOf(text);
  const normal = words.join(' ');
  if (words.length === 0 || words.length > LONGEST) return false;
  if (START.test(normal)) return true;
  if (words.length > LONGEST_WITHOUT_START) return false;
  return POINTS_BACK.test(normal) && !NOT_BACK.test(normal);
}
