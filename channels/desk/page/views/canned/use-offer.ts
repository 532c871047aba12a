import { useState } from 'preact/hooks';
import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import type { CannedAnswer } from '../../../../../bot/contracts/tools/desk-canned.js';
import { offeredAnswers, shortcutTyped, type TypedShortcut } from '../../canned/offered-answers.js';

/** What is offered while a shortcut is typed. */
export interface ShortcutOffer {
  readonly offered: readonly CannedAnswer[];
  /** Place of the one that Enter takes. */
  readonly active: number;
  /** Where the caret is now. */
  moved(caret: number): void;
  /** A key was pressed; true where it was meant for the offer. */
  takesKey(event: KeyboardEvent): boolean;
  choose(answer: CannedAnswer): void;
}

/** @param onChoose told of the one that was chosen, and of what is typed of its shortcut */
export function useOffer(
  answers: readonly CannedAnswer[],
  language: SpokenLanguage,
  text: string,
  onChoose: (answer: CannedAnswer, typed: TypedShortcut) => void,
): ShortcutOffer {
  const [caret, setCaret] = useState(0);
  const [place, setPlace] = useState(0);
  /** What was typed when the offer was put away: it comes again with the next letter. */
  const [dismissed, setDismissed] = useState<string | null>(null);
  const typed = text === dismissed ? null : shortcutTyped(text, caret);
  const offered = typed === null ? [] : offeredAnswers(answers, language, typed.beginning);
  const active = Math.min(place, Math.max(0, offered.length - 1));

  function choose(answer: CannedAnswer): void {
    if (typed === null) return;
    setPlace(0);
    onChoose(answer, typed);
  }

  return {
    offered,
    active,
    moved: setCaret,
    takesKey(event) {
      const chosen = offered[active];
      if (!chosen || event.isComposing || event.shiftKey) return false;
      if (event.key === 'ArrowDown') setPlace((active + 1) % offered.length);
      else if (event.key === 'ArrowUp') setPlace((active + offered.length - 1) % offered.length);
      else if (event.key === 'Escape') setDismissed(text);
      else if (event.key === 'Enter') choose(chosen);
      else return false;
      event.preventDefault();
      return true;
    },
    choose,
  };
}
