import type { BestGuess } from '../../../../../bot/contracts/desk.js';
import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import { openPlaceholders } from '../../../../text/placeholders.js';
import { REPLY_LIMIT } from '../../../limits.js';
import { typedGuess } from '../../typed-answer.js';
import { Answer } from '../conversation/answer.js';
import { SourceLine } from '../conversation/source-line.js';
import { useDesk } from '../desk-context.js';

interface FoundKnowledgeProps {
  readonly guess: BestGuess;
  /** Of the customer. */
  readonly language: SpokenLanguage;
  readonly onInsert: (text: string) => void;
  readonly onSend: ((text: string) => void) | null;
}

/** A question that was answered before, the part that answers, from whom and when, and what can be done with it. */
export function FoundKnowledge({ guess, language, onInsert, onSend }: FoundKnowledgeProps) {
  const { knowledge: say } = useDesk().words.tools.reply;
  const { question, tree, source } = guess;
  const text = typedGuess(guess, language);
  const canSend = text.length <= REPLY_LIMIT && openPlaceholders(text).length === 0;
  return (
    <li class="knowledge-row">
      <p class="guess-question" lang={source.language}>
        {question}
      </p>
      <Answer tree={tree} lang={source.language} />
      <SourceLine source={source} />
      <p class="buttons">
        <button type="button" aria-label={say.insertOf(question)} onClick={() => onInsert(text)}>
          {say.insert}
        </button>
        {onSend !== null && canSend && (
          <button type="button" aria-label={say.sendOf(question)} onClick={() => onSend(text)}>
            {say.send}
          </button>
        )}
      </p>
    </li>
  );
}
