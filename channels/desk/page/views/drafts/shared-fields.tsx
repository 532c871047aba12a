import type { SharedAnswer } from '../../../../../bot/contracts/content/answer-drafts.js';
import { ANSWER_LIMIT, QUESTION_LIMIT } from '../../../limits.js';
import { useDesk } from '../desk-context.js';

interface SharedFieldsProps {
  readonly words: SharedAnswer;
  readonly language: string;
  readonly onChange: (words: SharedAnswer) => void;
}

/** The words of an answer that is put forward, to be changed. */
export function SharedFields({ words, language, onChange }: SharedFieldsProps) {
  const { drafts: say } = useDesk().words.tools;
  return (
    <>
      <label>
        {say.question}
        <input
          type="text"
          required
          maxLength={QUESTION_LIMIT}
          lang={language}
          value={words.question}
          onInput={(event) => onChange({ ...words, question: event.currentTarget.value })}
        />
      </label>
      <label>
        {say.answer}
        <textarea
          rows={8}
          required
          maxLength={ANSWER_LIMIT}
          lang={language}
          value={words.answer}
          onInput={(event) => onChange({ ...words, answer: event.currentTarget.value })}
        />
      </label>
    </>
  );
}

/** Whether there is something to keep. */
export function isWhole({ question, answer }: SharedAnswer): boolean {
  return question.trim() !== '' && answer.trim() !== '';
}
