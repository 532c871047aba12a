import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnswerTree } from '../../../../../bot/contracts/messages.js';
import { renderAnswer } from '../../../../page/render-answer.js';
import { useDesk } from '../desk-context.js';

/** What the bot said, as safe elements (see channels/page). */
export function Answer({ tree, lang }: { tree: AnswerTree; lang: string }) {
  const { language } = useDesk().state;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(renderAnswer(tree, language));
  }, [tree, language]);
  return <div class="answer" lang={lang} ref={place} />;
}
