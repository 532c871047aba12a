import { useLayoutEffect, useRef } from 'preact/hooks';
import { renderTypedText } from '../../../../page/render-answer.js';

/** What a person typed: as typed, and web addresses in it can be followed, in a tab that learns nothing of the desk. */
export function TypedText({ text, lang }: { text: string; lang?: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(renderTypedText(text));
  }, [text]);
  return <p class="typed" lang={lang} ref={place} />;
}
