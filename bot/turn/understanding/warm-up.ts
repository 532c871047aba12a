import type { Hear } from '../../../index/contracts/hearing.js';
import { startState } from '../start-state.js';
import { understand } from './understand.js';

/**
 * Made up so that no rule fits and every one is tried: short of that, patterns stay to be compiled. Typographic marks make
 * a text of the wider kind, for which the same patterns are compiled once more.
 */
const TEXTS = {
  nl: [
    'Op de zolder brandt een blauw lampje. De kat slaapt er graag naast en de buurman leest daar elke zondag.',
    'Op de zolder brandt ’s avonds een blauw lampje – de kat slaapt er graag naast.',
  ],
  en: [
    'A blue light is shining in the attic. The cat likes to sleep next to it and the neighbour reads there.',
    'A blue light is shining in the neighbour’s attic – the cat likes to sleep next to it.',
  ],
} as const;

/** Understands made-up texts, so that the first customer does not wait until the patterns are compiled: a tenth of a second. */
export function warmUp(hear: Hear): void {
  for (const language of ['nl', 'en'] as const) {
    const state = { ...startState(language), question: 'lampje' };
    for (const text of TEXTS[language]) {
      understand({ text, value: null, hasAttachments: false, locale: language }, state, 'with-bot', {
        hear,
        vectors: null,
      });
    }
  }
}
