import { normalise } from './normalise.js';

const IT = '(dat|dit|het|deze|die|that|this|it)';
const HELPED = new RegExp(
  `^((ja|yes|top|super|great|brilliant|fijn|fantastic|perfect|ok|oke|bedankt|thanks|dank je|hoera|yay|gelukt) )*((${IT}|hij|ie) )?(gelukt|opgelost|hielp|helpt|heeft geholpen|werkt( nu)?( weer)?|doet het( nu)?( weer)?|is (gelukt|opgelost|duidelijk)|fixed|solved|works( now| again)?|worked|helped|helps|did the trick|is (fixed|solved|clear)|did it|was it|het nu|was het|(all|alles) (good|goed|fine)( now| nu)?)( (bedankt|dank je( wel)?|thanks|thank you|top|super|for me|now))*$`,
);
const DID_NOT_HELP = new RegExp(
  `^((nee|no|sorry|helaas|maar|but|hmm?|tja|nope) )*((${IT}|dit antwoord|dat antwoord|this answer|that answer|the answer|het antwoord) )?(helpt?( me| mij)?( nog)?( steeds)? niet( echt)?|hielp( me| mij)? niet|heeft niet geholpen|werkt( nog)?( steeds)?( ook)? niet|lukt( nog)?( steeds)? niet|klopt niet|niet gelukt|nog steeds niet|is niet wat ik (bedoel|zoek|vroeg)|niet wat ik (bedoel|zoek|vroeg)|is (een )?(fout|verkeerd) antwoord|verkeerd antwoord|fout antwoord|heb ik al (geprobeerd|gedaan)|had ik al (geprobeerd|gedaan)|al geprobeerd|doesnt help( me)?|did ?nt help( me)?|did not help( me)?|does not help( me)?|is not helpful|not helpful|isnt helpful|doesnt work( either)?|does not work|did not work|didnt work|still (doesnt|does not|not) (work|working)|still not working|is (wrong|not right|incorrect)|is niet mijn vraag|is (the|a) wrong answer|wrong answer|same (problem|issue)( still| again)?|(nog steeds )?(hetzelfde|zelfde) probleem|is not what i (asked|meant|mean|need|want)|isnt what i (asked|meant|mean|need|want)|not what i (asked|meant|mean)|i (already )?tried that( already)?|already tried( that| this| it)?|tried that( already)?|no luck|niet goed|slaat nergens op|makes no sense)( (helaas|sorry|unfortunately|ook|either|at all|for me|bij mij))*$`,
);

/** What a text as a whole says about the answer shown: "it works again", "that doesn't help"; null for nothing. */
export function feedbackIn(text: string): 'helped' | 'did-not-help' | null {
  const normal = normalise(text);
  if (normal.length > 80) return null;
  if (DID_NOT_HELP.test(normal)) return 'did-not-help';
  return HELPED.test(normal) ? 'helped' : null;
}
