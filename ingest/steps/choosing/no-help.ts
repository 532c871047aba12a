import { tellsToDo } from '../../../index/language/tells-to-do.js';
import { guesses, sentencesOf } from '../corrections/signs-of-change.js';

/** Words beside an address that is written out: "Kijk hier:", "here you go". */
const MOST_WORDS_BESIDE = 4;
const LINK = /\[((?:[^[\]\\\n]|\\.){0,400})\]\([^()\s]{0,2000}\)|https?:\/\/[^\s)\]>]+/gi;

/**
 * Whether a reply in Markdown is an address and nothing else: it says neither what stands there nor whether it still does. A link
 * with a title is one that its writer describes.
 */
export function isBareLink(markdown: string): boolean {
  if (!/https?:/i.test(markdown)) return false;
  const isDescribed = [...markdown.matchAll(LINK)].some(
    ([, words]) => words !== undefined && !/^\s*(?:https?:|www\.|\S+\.\p{L}{2,8}\/)/iu.test(words),
  );
  return !isDescribed && wordsIn(markdown.replace(LINK, ' ')) <= MOST_WORDS_BESIDE;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** The writer takes their own words back. */
const TAKES_BACK =
  /(?<!\p{L})(?:(?:ik )?(?:trek|neem|haal) (?:\p{L}+ ){0,4}(?:in|terug|weg)|(?:negeer|vergeet|ignore|disregard|forget|scrap|scratch) (?:\p{L}+ ){0,3}(?:ik|i|mijn|my|dit|this|that|bericht|antwoord|post|answer|reply)|(?:i )?(?:take|took) (?:\p{L}+ ){0,3}back|(?:i )?(?:withdraw|retract)\p{L}*|(?:ik|i)(?: heb| have|['’]ve)?(?: \p{L}+){0,6} (?:verwijderd|removed|deleted|ingetrokken)|ik (?:had|zat|heb)(?: \p{L}+){0,4} (?:mis|fout|verkeerd|ernaast)|i (?:was|got)(?: \p{L}+){0,3} (?:wrong|mistaken)|laat (?:deze|dit|dat|mijn \p{L}+)(?: maar)? (?:zitten|vallen)|ik (?:was in de war|haalde \p{L}+ door elkaar|verwarde)|i (?:was confus\p{L}+|confused|mixed \p{L}+ up|was thinking of)|wrong (?:thread|forum|topic)|verkeerde? (?:draadje|topic|forum))(?!\p{L})/iu;
const KNOWS_NOT =
  /(?<!\p{L})(?:weet (?:ik )?(?:het )?(?:zelf )?(?:ook )?niet|geen idee|no idea|do(?:n['’]t| not) know|not sure|sorry|excuses|apologies)(?!\p{L})/iu;

/** Whether a short text takes itself back and says nothing instead. */
export function takesBack(text: string): boolean {
  if (!TAKES_BACK.test(text)) return false;
  const rest = sentencesOf(text).filter(
    (one) => !TAKES_BACK.test(one) && !KNOWS_NOT.test(one) && !guesses(one),
  );
  return wordsIn(rest.join(' ')) <= MOST_WORDS_BESIDE && !saysInstead(text);
}

/** "… I was wrong: buy a paper ticket": behind the colon stands what to do, or a number. */
function saysInstead(text: string): boolean {
  const behind =
    /(?:wrong|mistaken|mis|fout|ernaast|verkeerd)(?!\p{L})[^:]{0,80}: (.{12,})/iu.exec(text)?.[1] ?? '';
  return (
    wordsIn(behind) > MOST_WORDS_BESIDE &&
    (tellsToDo(behind) || /\d|(?<!\p{L})(?:buy|koop|neem|take)(?!\p{L})/iu.test(behind))
  );
}

/** Somebody of the company looked the asker's own matter up, or did something about it. */
const LOOKED_UP =
  /(?<!\p{L})(?:(?:ik|we|wij|i|i['’]ve|we['’]ve)(?!\p{L})[^.!?]{0,50}(?:gekeken|bekeken|nagekeken|opgezocht|nagevraagd|gecontroleerd|nagezocht|aangepast|doorgezet|doorgegeven|geregeld|verwerkt|hersteld|gecrediteerd|teruggestort|gereset|zie|kijk|looked|checked|see|can see|found|had a look|fixed|corrected|processed|refunded|credited|reset|updated|arranged|passed|escalated)(?!\p{L})|(?:i|we|ik|wij) (?:zie|zien|see))/iu;
const THEIR_MATTER =
  /(?<!\p{L})(?:je|jouw|uw|your)(?: \p{L}+)? (?:dossier|account|bestelling|order|pakket|parcel|contract|factuur|invoice|bill|zaak|case|file|klacht|complaint|aanvraag|application|request|betaling|payment|refund|adres|address|lijn|line|aansluiting|connection|gegevens|details|meter|claim|booking|boeking|abonnement|subscription|profile|profiel|ticket|deposit|borg|polis|policy)(?!\p{L})/iu;
/** A day that comes but once, unlike "every Monday". */
const ONE_DAY =
  /(?<!\p{L})(?:morgen|overmorgen|vandaag|vanmiddag|vanavond|vanochtend|gisteren|(?:aanstaande|komende|volgende|afgelopen) \p{L}+|tomorrow|today|tonight|yesterday|this (?:morning|afternoon|evening|week)|next week|(?:op|on|by|uiterlijk|before|voor) (?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday))(?!\p{L})/iu;
const HOLDS_ALWAYS =
  /(?<!\p{L})(?:als|wanneer|indien|elke|iedere|altijd|if|when|every|each|always|usually|meestal|normaal)(?!\p{L})/iu;
/** What goes on today only. */
const OUTAGE =
  /(?<!\p{L})(?:storing|stroomstoring|outage|maintenance|werkzaamheden|onderhoud|down|verstoring|disruption|uitval)(?!\p{L})/iu;
const TODAY =
  /(?<!\p{L})(?:vandaag|vanavond|vanmiddag|vanochtend|momenteel|op dit moment|today|tonight|this (?:morning|afternoon|evening)|currently|right now|at the moment|inmiddels (?:verholpen|opgelost)|(?:is|now|has been) (?:fixed|resolved|over)|verholpen)(?!\p{L})/iu;
/** Something is sold. */
const PROMOTES =
  /(?<!\p{L})(?:(?:mijn|my|onze|our|deze|this)(?: \p{L}+){0,2} (?:referral|affiliate|kortingscode|promo(?:tie)?code|discount code|webshop|kanaal|channel)|(?:gebruik|use)(?: \p{L}+){0,2} code(?!\p{L})|referral (?:link|code)|(?:ik|i|we|wij)(?!\p{L})[^.!?]{0,40}(?:te koop|for sale|verkoop|sell)|volg (?:mij|ons)|subscribe to my)/iu;

/** Whether a short reply is about the asker's own account, an outage of the day, or sells something, and helps nobody later. */
export function isOfOneCase(text: string): boolean {
  const sentences = sentencesOf(text);
  const isOfOne = (one: string) =>
    (LOOKED_UP.test(one) && THEIR_MATTER.test(one)) ||
    ((LOOKED_UP.test(one) || THEIR_MATTER.test(one)) && ONE_DAY.test(one) && !HOLDS_ALWAYS.test(one)) ||
    (OUTAGE.test(one) && TODAY.test(one)) ||
    PROMOTES.test(one);
  const rest = sentences.filter((one) => !isOfOne(one));
  if (rest.length === sentences.length) return false;
  return !tellsToDo(rest.join(' ')) && !/\d/.test(rest.join(' '));
}
