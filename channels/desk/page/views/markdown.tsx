import { useLayoutEffect, useRef } from 'preact/hooks';
import { renderMarkdown } from '../../../page/render-markdown.js';

/** What the bot said, as safe elements (see channels/page). */
export function Markdown({ text, lang }: { text: string; lang: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(renderMarkdown(text));
  }, [text]);
  return <div class="markdown" lang={lang} ref={place} />;
}
