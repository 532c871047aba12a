import type { SpokenLanguage } from '../../../contracts/messages.js';
import { normalise, spelledOut } from '../normalise.js';

/** Politeness around it. */
const AROUND = '(?:ok |okay |oke |ja |yes |graag |please |nu |now )?';
const BEHIND = '(?: nu| now| graag| aub| alstublieft| please| thanks| bedankt| dank u)?';
const DUTCH_THING = '(?:het |dit |de |deze |mijn |ons )?(?:gesprek|chat|chatgesprek)';
const ENGLISH_THING = '(?:the |this |my |our )?(?:conversation|chat)';

/** Only what can mean nothing else: "stop" and "I have done" are said to the bot, and to agents, in many other ways. */
const WAYS: readonly (readonly [SpokenLanguage, RegExp])[] = [
  [
    'nl',
    new RegExp(
      `^${AROUND}(?:(?:ik wil |wil |u mag |mag ik )?${DUTCH_THING} (?:graag |nu )?(?:beeindigen|afsluiten|stoppen|sluiten|afbreken)|(?:beeindig|sluit|stop|eindig) ${DUTCH_THING}(?: af)?|einde (?:gesprek|chat))${BEHIND}$`,
    ),
  ],
  [
    'en',
    new RegExp(
      `^${AROUND}(?:(?:i want to |i would like to |can i |lets )?(?:end|close|stop|finish) ${ENGLISH_THING}|end of (?:conversation|chat))${BEHIND}$`,
    ),
  ],
];
/** In characters: more is no command. */
const LONGEST = 80;

/** The language in which a text says that its customer ends the conversation; null where it does not say so. */
export function endingIn(text: string): SpokenLanguage | null {
  if (text.length > LONGEST) return null;
  const normal = normalise(text);
  return WAYS.find(([, way]) => way.test(normal))?.[0] ?? null;
}

const LEAVES_QUEUE = new RegExp(
  `^${AROUND}(?:(?:ik wil |ik ga |wil )?(?:niet (?:meer|langer)|stop(?:pen)?(?: met)?) wachten|(?:haal (?:me|mij) )?uit de (?:wacht)?rij|(?:ik wil )?(?:de )?(?:wacht)?rij verlaten|(?:i (?:do not|dont|no longer) want to |i wont |stop )(?:wait|waiting)(?: any ?more| any longer)?|(?:i want to )?leave the (?:queue|line)|(?:take me )?out of the (?:queue|line))${BEHIND}$`,
);

/** Nobody is needed any more: they think otherwise, or it is solved. */
const NEEDS_NOBODY = new RegExp(
  `^(?:(?:never ?mind|laat maar(?: zitten)?|nee|no) )?(?:ik hoef niet (?:meer|langer) te wachten|ik heb (?:me|mij) bedacht|toch niet (?:meer )?nodig|(?:het )?(?:is|heeft zich) (?:al|inmiddels|ondertussen|zelf) (?:opgelost|gelukt)|(?:i have |i |ive )?changed my mind|no need(?: for it)?(?: any ?more)|(?:i )?(?:dont|do not) need (?:it|this|that|you|help|a person|anyone) any ?more|(?:its |it is |it was )?(?:already )?(?:fixed|solved|resolved)(?: now| already| itself)?|(?:i |we |ive )?(?:just )?(?:got|found|fixed|solved) it(?: out| now| already| myself)?)${BEHIND}$`,
);

/** Whether a text says that its customer, who waits for a person, does not any more. */
export function leavesQueue(text: string): boolean {
  if (text.length > LONGEST) return false;
  const normal = spelledOut(normalise(text));
  return LEAVES_QUEUE.test(normal) || NEEDS_NOBODY.test(normal);
}
