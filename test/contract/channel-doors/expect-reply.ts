import { expect } from 'vitest';
import { lettersOf } from '../../support/outgoing-messages.js';
import type { Act, Expected } from '../channel-dialogues.js';
import type { ChannelDoor, Reply } from './customer.js';
import { itemOf } from './known-answers.js';

/** Compares what a person saw after a step with what everybody sees, in whatever channel. */
export function expectReply(reply: Reply, act: Act, expected: Expected, door: ChannelDoor): void {
  if (expected.isSilent) expect(reply.words).toBe('');
  expectInOrder(reply.words, expected.words ?? []);
  if (expected.notWords) expect(reply.words).not.toContain(expected.notWords);
  expect(reply.choices).toEqual(expected.choices ?? []);
  expect(reply.canRate).toBe(expected.answer !== undefined);
  if (expected.isAgent) expect(reply.speaker).toBe(door.namesAgents ? 'Sanne' : null);
  if (expected.answer === undefined) expect(reply.words).not.toMatch(/Antwoord van|Answer by/);
  else expectAnswer(reply, expected.answer, door);
  if ('chooses' in act && door.changesShown) expect(reply.changed).toContain(`✓ ${act.chooses}`);
  else expect(reply.changed).toBe('');
}

function expectInOrder(text: string, words: readonly string[]): void {
  let rest = text;
  for (const one of words) {
    expect(rest).toContain(one);
    rest = rest.slice(rest.indexOf(one) + one.length);
  }
}

/** The quoted words, whose they are, and the way to the rest. */
function expectAnswer(reply: Reply, itemId: string, door: ChannelDoor): void {
  const { question, passage, answer, author, url, licence } = itemOf(itemId);
  const links = reply.links.map((link) => decodeURIComponent(link));
  const letters = lettersOf(reply.words);
  expect(reply.words).toContain(question);
  expect(letters.split(wordsIn(passage))).toHaveLength(2);
  expect(reply.words).toMatch(new RegExp(`(Antwoord van|Answer by) ${author.name} \\(${author.rank}\\)`));
  if (url !== null) expect(links).toContain(url);
  if (licence !== null) expect(reply.words).toContain(licence);
  for (const [, address] of passage.matchAll(/\]\(([^)]*)\)/g)) expect(links).toContain(address);
  if (passage === answer) return;
  if (door.unfolds) expect(lettersOf(reply.unfolds) + letters).toContain(wordsIn(answer));
  else if (url === null) expect(letters).toContain(wordsIn(answer));
}

/** Letters of Markdown without addresses: channels differ in the marks between them. */
function wordsIn(markdown: string): string {
  return lettersOf(markdown.replace(/\]\([^)]*\)/g, ']'));
}
