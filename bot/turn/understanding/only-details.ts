import { wordSet } from './language/word-set.js';
import { wordsOf } from './normalise.js';

/** Words around a number or an address that say whose or what it is, and nothing that an agent could help with. */
const LABELS = wordSet(`
  mijn me mij het de is was dit dat en hier op ik ben u je my the its this that and here on at im i am you
  can kunt kun nummer nr telefoonnummer telefoon tel mobiel mobiele 06nummer 06 bel bereikbaar number no
  phone telephone mobile call reach bereiken mail email e adres mailadres emailadres address postcode
  huisnummer house klant klantnummer customer ordernummer order bestelnummer contractnummer factuurnummer
  account accountnummer ja yes ok oke okay graag please alsjeblieft alstublieft bedankt thanks hallo hoi
  dag hello hi
`);
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;
/** No dots: what has them may be the address of a device, which one does ask about. */
const DIGITS = /^\+?[\d()/-]+$/;
/** Fewer digits may be a model, an error or a number one asks about ("1233"). */
const FEWEST_DIGITS = 6;
const POSTCODE = /^(\d{4}\s?[a-z]{2})(\s\d{1,5}\s?[a-z]?)?$/i;

/**
 * Whether a text only gives a number, an address or a name that it introduces, as customers do whom somebody will call
 * back: it states no matter, and what it is about was said before.
 */
export function isOnlyDetails(text: string): boolean {
  const trimmed = text.trim().replace(/[.,;!]+$/, '');
  if (trimmed.endsWith('?')) return false;
  if (POSTCODE.test(trimmed) || introducesSelf(trimmed)) return true;
  const pieces = trimmed.split(/[\s:,;]+/).filter((piece) => piece !== '');
  const details = pieces.filter((piece) => ADDRESS.test(piece) || DIGITS.test(piece));
  const others = pieces.filter((piece) => !details.includes(piece));
  if (!others.flatMap(wordsOf).every((word) => LABELS.has(word))) return false;
  const digits = details
    .filter((piece) => DIGITS.test(piece))
    .join('')
    .replace(/\D/g, '');
  return digits.length >= FEWEST_DIGITS || details.some((piece) => ADDRESS.test(piece));
}

const INTRODUCTION = /^(mijn naam is|ik heet|naam|my name is|name)[\s:]+/i;
const PARTICLES = wordSet("de den der het ten ter van van't von el al la le");
/** In words. */
const LONGEST_NAME = 5;

function introducesSelf(text: string): boolean {
  const name = text.replace(INTRODUCTION, '');
  return name !== text && isName(name.split(/\s+/), 1);
}

/** Whether a text looks like a first and a last name ("Jan de Vries"); a product may look the same ("Samsung Galaxy"). */
export function looksLikeName(text: string): boolean {
  return isName(text.trim().split(/\s+/), 2);
}

function isName(words: readonly string[], fewest: number): boolean {
  if (words.length < fewest || words.length > LONGEST_NAME) return false;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (
    isCapitalised(first) &&
    isCapitalised(last) &&
    words.every((word) => PARTICLES.has(word) || isCapitalised(word))
  );
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]*$/u.test(word) && !/^\p{Lu}{3,}$/u.test(word);
}
