import { tellsToDo } from '../../index/language/tells-to-do.js';
import type { SkipReason } from '../sources/contracts.js';
import { isBareLink, isOfOneCase, takesBack } from './choosing/no-help.js';
import { sentencesOf } from './corrections/signs-of-change.js';
import { onlyPoints } from './only-points.js';
import { stripMarkdown } from './text/strip-markdown.js';

/** Markdown longer than this, in characters, is a log pasted in. */
const LONGEST = 60_000;

/** Longer replies say more than that a message was sent. */
const PRIVATE_WORDS = 45;
const PRIVATE =
  /(?:\b(?:ik|we|wij) .{0,30}(?:priv[eé](?:[ -])?bericht|persoonlijk bericht|\bpb\b|\bpm\b|\bdm\b)|\b(?:i|we)(?:'ve|’ve|'ll|’ll)? .{0,80}(?:sen[dt]|sending|dropped?|messaged)(?: you)? .{0,20}(?:private|direct|personal) message|\b(?:i|we)(?:'ve|’ve|'ll|’ll)? .{0,30}(?:sen[dt]|dropped?)(?: you)? a (?:pm|dm)\b)/iu;

/** Asks for what only the two of them see. */
const ASKS_PRIVATELY =
  /(?<!\p{L})(?:(?:stuur|mail|geef)(?: (?:dan|even|maar|gerust|svp|graag|je|uw|gegevens))* (?:(?:ons|mij|me|m['’]n collega)(?!\p{L}).{0,30})?(?:een )?(?:priv[eé](?:[ -])?bericht|persoonlijk bericht|\bpb\b|\bpm\b|\bdm\b)|(?:send|drop|shoot|write)(?: (?:us|me)(?!\p{L}).{0,30}| a| over a) ?(?:a )?(?:private message(?! to)|direct message|\bpm\b|\bdm\b)|(?:check|look (?:at|in)|kijk (?:even )?in)(?!\p{L}).{0,20}(?:\bdms?\b|\bpms?\b|inbox|private messages|priv[eé]berichten|berichtenbox)|(?:via|per|in|by|through|over) (?:een |a )?(?:priv[eé](?:[ -])?bericht|persoonlijk bericht|pb|pm|dm|private message|direct message)(?!\p{L}))/iu;

/** Asks for what tells who somebody is, which nobody writes in public. */
const ASKS_WHO =
  /(?<!\p{L})(?:stuur|sturen|mail|mailen|geef|doorgeven|send|pop|drop|share|give)(?!\p{L})[^.!?]{0,60}(?<!\p{L})(?:klantnummer|accountnummer|bestelnummer|ordernummer|postcode|geboortedatum|(?:account|customer|order|booking) (?:number|ref\p{L}*))(?!\p{L})|(?<!\p{L})(?:klantnummer|accountnummer|bestelnummer|ordernummer|postcode|geboortedatum|(?:account|customer|order|booking) number)(?!\p{L})[^.!?]{0,30}(?<!\p{L})(?:sturen|mailen|doorgeven)(?!\p{L})/iu;
/** To the writer, not to a desk or in a form. */
const TO_ME = /(?<!\p{L})(?:me|mij|ons|us|m['’]n|mijn naam|my name)(?!\p{L})/iu;

/** Withdrawn by its author or a moderator; a longer one says what holds instead. */
const WITHDRAWN_WORDS = 25;
const WITHDRAWN =
  /(?<!\p{L})(?:(?:antwoord|bericht|reactie|post|comment|answer|reply|message)(?!\p{L})[^.]{0,40}(?:verwijderd|weggehaald|ingetrokken|gewist|deleted|removed|withdrawn|retracted)|(?:verwijderd|ingetrokken|deleted|removed|withdrawn|retracted)(?!\p{L})[^.]{0,20}(?:door|by)(?!\p{L})|^\W*(?:(?:edit|update)\W+)?(?:verwijderd|deleted|removed|ingetrokken|withdrawn)(?:\W*$|, ))/iu;

/** Longer ones tell others something as well. */
const ONE_CASE_WORDS = 40;

/** Has the same, or waits with the asker. */
const SAME_WORDS = 28;
const SAME =
  /(?<!\p{L})(?:(?:precies |exact )?(?:het|de)?zelfde (?:probleem|klacht|issue|situatie|verhaal|hier|bij mij)|(?:exact |very )?same (?:problem|issue|here|thing|situation|boat)|(?:ook|hier ook) last van|(?:exactly|precisely) (?:this|that|the same)(?: (?:with|for|on) (?:mine|ours|me|us))?|(?:precies|net) (?:dit|dat|zo)(?= (?:hier|bij|met)|[,.!])|^\W*(?:idem|ditto|snap|\+1|same)(?= |[,.!])|(?:mine|ours|die van (?:mij|ons)) (?:too|ook|does (?:it|that) too|doet (?:het|dat) ook)|hier ook|bij mij ook|me too|same question|iemand (?:raad|een idee|een oplossing)|any (?:news|updates?|luck)|^following)(?!\p{L})/iu;

/** Said to make people laugh, in few words and with nothing to do in them. */
const JOKE_WORDS = 28;
const JOKES =
  /(?<!\p{L})(?:(?:ha){2,}h?|(?:he){2,}|(?:hi){2,}|lol|lmao|rofl|grapje|geintje|just kidding|jk|joking|knuffel)(?!\p{L})|[😂🤣😜😝🙃😛🤪🤡]/iu;
/** A smile goes with many an honest answer, so the words must be fewer still. */
const SMILE_WORDS = 14;
const SMILES = /[;:]-?[)DPp](?![\p{L}\d])|[😆😉😁]/iu;
const HAS_FACTS = /(?<!\p{L})(?:app)(?!\p{L})|https?:|\d/iu;

/** A longer one tells how it was solved. */
const DEAD_END_WORDS = 10;
const DEAD_END =
  /\b(?:laat maar|niet meer nodig|(?:al|is|inmiddels|weer|vanzelf) opgelost|doet het weer|werkt (?:\p{L}+ ){0,2}weer|(?:it'?s |we'?re |is |all )?(?:back (?:up|online)|up again|working again)|never ?mind|nvm|works (?:again )?now|(?:it'?s|is|now) (?:fixed|solved|working)|no longer needed|same (?:problem|here)|any news|zelfde probleem)\b/iu;
/** Solved by the asker, who keeps how to themselves. */
const SOLVED_WORDS = 25;
const SOLVED_SOMEHOW =
  /(?<!\p{L})(?:(?:zelf|vanzelf|already|inmiddels|toch|eindelijk|myself|itself|finally|managed)(?!\p{L})[^.!?]{0,40}(?:gevonden|opgelost|gelukt|uitgevonden|uitgezocht|solved|fixed|sorted|figured|found|work)|(?:gevonden|opgelost|gelukt|uitgezocht|solved|fixed|sorted|figured|found|works?)(?!\p{L})[^.!?]{0,30}(?:zelf|vanzelf|already|inmiddels|myself|itself|out|meer nodig))(?!\p{L})/iu;
const TELLS_HOW = /\b(?:door|met|via|na|by|with|after|using|because|omdat)\b/iu;

/**
 * Whether an answer in Markdown helps somebody other than its asker; the reason why not, or null when it does.
 *
 * Three sorts are accepted in every community and useless to the next customer: "I sent you a private message", "never
 * mind, works now" and "this ^^". Only short replies are judged by their words.
 */
export function judgeAnswer(markdown: string): SkipReason | null {
  if (markdown.length > LONGEST) return 'answer-too-long';
  const text = stripMarkdown(markdown);
  // What a link points at can be followed.
  if (!/https?:\/\//i.test(markdown) && onlyPoints(text)) return 'points-elsewhere';
  if (!/[\p{L}\p{N}]/u.test(text)) return 'answer-empty';
  const words = text.split(' ').length;
  if (isPrivate(text, words)) return 'private-reply';
  if (words <= WITHDRAWN_WORDS && WITHDRAWN.test(text)) return 'withdrawn';
  if (onlyAsks(text) && !/https?:/i.test(markdown)) return 'dead-end';
  const isFunny = (words <= JOKE_WORDS && JOKES.test(text)) || (words <= SMILE_WORDS && SMILES.test(text));
  if (isFunny && !tellsToDo(text) && !HAS_FACTS.test(text)) return 'joke';
  if (isBareLink(markdown)) return 'points-elsewhere';
  if (words <= WITHDRAWN_WORDS && takesBack(text)) return 'withdrawn';
  if (words <= ONE_CASE_WORDS && isOfOneCase(text)) return 'dead-end';
  if (
    words <= SAME_WORDS &&
    SAME.test(text) &&
    !TELLS_HOW.test(text.replace(SAME, ' ')) &&
    !tellsToDo(text) &&
    !HAS_FACTS.test(text)
  )
    return 'dead-end';
  if (
    words <= SOLVED_WORDS &&
    SOLVED_SOMEHOW.test(text) &&
    !TELLS_HOW.test(text) &&
    !tellsToDo(text) &&
    !/\d/.test(text)
  )
    return 'dead-end';
  if (words <= DEAD_END_WORDS && DEAD_END.test(text) && !TELLS_HOW.test(text)) return 'dead-end';
  return null;
}

/** Whether a short reply says no more than that the rest is told in private. */
function isPrivate(text: string, words: number): boolean {
  if (words > PRIVATE_WORDS) return false;
  const isOne = (sentence: string) =>
    PRIVATE.test(sentence) ||
    ASKS_PRIVATELY.test(sentence) ||
    (ASKS_WHO.test(sentence) && TO_ME.test(sentence));
  if (!isOne(text)) return false;
  const rest = sentencesOf(text).filter((sentence) => !isOne(sentence));
  return !tellsToDo(rest.join(' ')) && !/\d/.test(rest.join(' '));
}

/** Whether a reply only asks back. */
function onlyAsks(text: string): boolean {
  const sentences = sentencesOf(text);
  return sentences.length > 0 && sentences.every((sentence) => /\?[^\p{L}\p{N}]*$/u.test(sentence));
}
