import type { AnswerSource } from '../../../../../bot/contracts/messages.js';
import { safeLink } from '../../../../page/safe-link.js';
import { useDesk } from '../desk-context.js';

/** Who wrote the answer, when, how old it is, and the way to it. */
export function SourceLine({ source }: { source: AnswerSource }) {
  const { words } = useDesk();
  const href = source.url === null ? null : safeLink(source.url);
  return (
    <p class="source">
      <span>
        {words.guess.source}: {source.line}
      </span>
      {href !== null && (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow">
          {source.linkTitle}
        </a>
      )}
      {source.ageNote !== null && <span class="age">{source.ageNote}</span>}
    </p>
  );
}
