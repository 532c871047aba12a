import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { openPlaceholders } from '../../../../text/placeholders.js';

/**
 * Makes what puts a text into the box in place of a part of it, and selects what is still to be filled in there, so that
 * typing fills it; else the caret goes behind the text.
 * @param onChange told of the whole text
 */
export function useInsertion(
  box: RefObject<HTMLTextAreaElement>,
  draft: string,
  onChange: (text: string) => void,
): (text: string, from: number, to: number) => void {
  const due = useRef<readonly [number, number] | null>(null);
  useLayoutEffect(() => {
    if (draft !== box.current?.value) return;
    if (due.current !== null) selectIn(box, ...due.current);
    due.current = null;
  }, [box, draft]);

  return (text, from, to) => {
    const first = openPlaceholders(text)[0];
    const begin = from + (first ? first.at : text.length);
    due.current = [begin, begin + (first?.text.length ?? 0)];
    onChange(draft.slice(0, from) + text + draft.slice(to));
  };
}

/** Goes to a part of the text in a box. */
export function selectIn(box: RefObject<HTMLTextAreaElement>, from: number, to: number): void {
  box.current?.focus();
  box.current?.setSelectionRange(from, to);
}
