import type { SmallTalk } from '../contracts.js';
import { normalise } from './normalise.js';

const GREETING = `hallo+|hoi+|hey+|hee|hi+|hello+|hai|heej|yo|dag|goede ?morgen|goede ?middag|goeden? ?avond|goeie ?morgen|goeiedag|goedendag|good (morning|afternoon|evening|day)|morning|gegroet|moi|hiya|howdy|greetings|welkom`;
const THANKS = `bedankt|dank|dankje|dankjewel|dankuwel|dank (je|u)( ?wel)?|dankje ?wel|dank u zeer|hartelijk(e)? (dank|bedankt)|thanks|thank you|thank u|thx|thnx|ty|tnx|cheers|merci|top bedankt|(many|much) thanks|(i )?appreciate (it|that)|much appreciated|thanks a lot`;
/** Praise of an answer, which nobody accepts an offer with. */
const UNDERSTOOD = `duidelijk|helder|handig|clear|helpful`;
const PRAISE = `${UNDERSTOOD}|dat is|that is|thats|top|super|fijn|geweldig|perfect|mooi|prima|oke|ok|okay|great|perfect|awesome|nice|cool|wonderful|lovely|tof|goed|good|fantastisch|very|heel|erg|zeer|so much|a lot|wel|very much|hoor|ja|yes|nee|no|alvast`;
const FOR_WHAT = `(voor|for) (de|je|uw|jullie|the|your|all the|all your|al je)?( (snelle|goede|quick|great|fast))? ?(hulp|help|antwoord|answer|reactie|informatie|moeite|tijd|time|support|uitleg|service|information|response|reply)`;
const GOODBYE = `doei+|doeg|tot ziens|tot de volgende keer|dag+|bye+( bye)?|good ?bye|see (you|ya)( later| soon)?|later|fijne (dag|avond|middag|weekend)( nog| verder)?|fijn weekend|prettige (dag|avond)( nog| verder)?|have a (nice|good|great|lovely) (day|evening|one|weekend)|good ?night|slaap lekker|welterusten|ciao|joe+|houdoe|cya|goedenacht|take care|(met )?vriendelijke groet(en)?|groet(jes|en)?|kind regards|(best )?regards`;
const OTHER = `daar|there|bot|robot|chatbot|team|allemaal|all|everyone|iedereen|mensen|sir|madam|meneer|mevrouw|ook|you too|to you|en|and|weer|again|nog`;

const all = (...groups: string[]) => new RegExp(`^((${groups.join('|')})( |$))+$`);
const ONLY_GREETING = all(GREETING, OTHER);
const ONLY_THANKS = all(THANKS, PRAISE, FOR_WHAT, OTHER);
const ONLY_GOODBYE = all(GOODBYE, THANKS, PRAISE, FOR_WHAT, OTHER);
/** "Dag" in front counts with a comma only: "dag en nacht bundel" is no greeting. */
const LEADING_GREETING = new RegExp(
  `^\\s*((${GREETING.replace('dag|', '')})(?![\\p{L}\\p{N}])(\\s+(daar|there|allemaal|all|bot)(?![\\p{L}\\p{N}]))?[\\s,.!]*|dag\\s*[,.!]\\s*)+`,
  'iu',
);
const HAS = {
  greeting: new RegExp(`\\b(${GREETING})\\b`),
  thanks: new RegExp(`\\b(${THANKS}|${UNDERSTOOD})\\b`),
  goodbye: new RegExp(`\\b(${GOODBYE})\\b`),
};

const HUMAN_OR_BOT = `(ook |eigenlijk |really |actually |just |gewoon )*(een |n |a |an |the |met een |with a |with an |met |with |to |to a |to an |tegen een )?(echt |echte |real |live |actual |levende? |menselijke? |human )*(mens|persoon|human|person|robot|bot|chatbot|computer|machine|ai|real|echt|medewerker|agent|iemand|someone|somebody|human being|kunstmatige intelligentie|program(ma)?|of(wel)? een (robot|mens|bot|computer)|or (a )?(robot|bot|human|person|machine))`;
const WHO = [
  `(wie|wat) (ben|bent) (je|jij|u)( eigenlijk| precies| dan)?`,
  `(who|what) (are|r) (you|u)( exactly| anyway)?`,
  `(met wie|tegen wie) (praat|spreek|chat) ik( nu)?`,
  `who am i (talking|speaking|chatting) (to|with)( now)?`,
  `(ben|bent) (je|jij|u) (nou |nu )?${HUMAN_OR_BOT}(( of | en )${HUMAN_OR_BOT})?`,
  `(are|r) (you|u) ${HUMAN_OR_BOT}(( or )${HUMAN_OR_BOT})?`,
  `(is|are) (dit|this|that|these|het|it) ${HUMAN_OR_BOT}(( of | or )${HUMAN_OR_BOT})?( (waar|waarmee|that) .{0,30})?`,
  `ben ik (nu |hier )*${HUMAN_OR_BOT} aan het (praten|chatten)(( of | en )${HUMAN_OR_BOT})?`,
  `(praat|spreek|chat) ik( nu| hier)* ${HUMAN_OR_BOT}(( of | en )${HUMAN_OR_BOT})?`,
  `am i (now )?(talking|speaking|chatting) ${HUMAN_OR_BOT}(( or )${HUMAN_OR_BOT})?( now)?`,
  `(hoe heet (je|jij|u)|wat is (je|jouw|uw) naam|what is your name|whats your name|do you have a name)`,
  `(wat|what) (kan|kun|kunt|can) (je|jij|u|you)( allemaal| voor mij| voor me)*( doen| do)?( for me)?`,
];
const IS_WHO = new RegExp(`^(${WHO.join('|')})$`);
const IS_HOW =
  /^((hoe (gaat|is) (het|t|ie)( met (je|jou|u))?( vandaag| ermee)?)|(alles goed( met (je|u))?)|hoest|hoe voel je je|how are (you|u)( doing)?( today)?|how is it going|hows it going|how do you do|whats up|wassup|you (ok|okay|good)|are you (ok|well))$/;
const HELP = [
  `(ik|we) (heb|hebben|had) ((even|nog|wel|graag|ook|dringend) )*(een |n |wat |enkele |twee |2 |paar |een paar )?(vraag(je)?|vragen|hulp|probleem(pje)?|issue)( nodig)?( voor (je|jullie|u))?`,
  `(kan|kun|kunt|kunnen|wil|wilt) (je|jij|u|jullie|iemand) (mij|me|ons)( even| misschien| ergens mee| verder| ook)*( helpen)?( met iets| ergens mee)?`,
  `(mag|kan|zou) ik( je| jullie| u)?( even| hier)?( iets| wat| een vraag)? (vragen|stellen)`,
  `(ik )?(wil|zou)( graag)? (iets|wat) (vragen|weten)|(even )?een vraag(je)?|vraag(je)?|hulp|hulp gevraagd|help|help me|help mij|helpen`,
  `(i|we) (have|got|had|have got|ve got|need) ((just|also|some|really) )*(a |an |some |two |another )?(quick |small |simple )?(question|questions|problem|issue|help|assistance)( for you| please)?`,
  `(can|could|would|will|may) (you|u|someone|somebody|anyone|anybody|i) (please )?(help|assist|ask)( me| us| you)?( out| with something| something| a question| please)*`,
  `((ik heb|heb) )?(nog )?(een andere vraag|iets anders)|(i have )?(another question|something else)( to ask)?`,
  `(i )?(want|would like|id like) to ask (something|a question|you something)|question|quick question|help please|please help( me)?|i need (some )?help`,
];
const IS_HELP = new RegExp(
  `^((${PRAISE}|${GREETING}) )*(${HELP.join('|')})( (alsjeblieft|alstublieft|aub|svp|please|graag|bedankt|thanks))*$`,
);

/** In words. Longer texts are no small talk; the patterns below need the bound to stay fast on hostile input. */
const LONGEST = 14;

/**
 * The small talk a text consists of, as a whole; null when anything else is said.
 * "Hello" is a greeting, "hello my wifi is down" is not.
 */
export function smallTalkOf(text: string): SmallTalk | null {
  const normal = normalise(text);
  if (normal === '' || normal.split(' ').length > LONGEST) return null;
  if (IS_WHO.test(normal)) return 'who-are-you';
  const rest = normalise(withoutGreeting(text));
  if (IS_WHO.test(rest)) return 'who-are-you';
  if (IS_HOW.test(rest)) return 'how-are-you';
  if (IS_HELP.test(rest)) return 'asks-for-help';
  if (ONLY_GREETING.test(normal) && HAS.greeting.test(normal)) return 'greeting';
  if (ONLY_GOODBYE.test(normal) && HAS.goodbye.test(normal)) return 'goodbye';
  if (ONLY_THANKS.test(normal) && HAS.thanks.test(normal)) return 'thanks';
  return null;
}

/** A text as typed without the greeting in front; the text itself where nothing else would be left. */
export function withoutGreeting(text: string): string {
  const rest = text.replace(LEADING_GREETING, '').trim();
  return rest === '' ? text : rest;
}
