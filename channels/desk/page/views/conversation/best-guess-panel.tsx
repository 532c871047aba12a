import type { BestGuess } from '../../../../../bot/contracts/desk.js';
import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import { typedGuess } from '../../typed-answer.js';
import { useDesk } from '../desk-context.js';
import { Answer } from './answer.js';
import { SourceLine } from './source-line.js';

interface BestGuessPanelProps {
  readonly guess: BestGuess | null;
  /** Language of the customer. */
  readonly language: SpokenLanguage;
  /** Puts a text into the reply; null while this agent cannot reply. */
  readonly onUse: ((text: string) => void) | null;
  /** What an agent said of it; null while nobody has. */
  readonly isRight: boolean | null;
  readonly onJudge: (isRight: boolean) => void;
}

/** What the bot would have said, how sure it is, one click to use it, and one to tell the bot whether it is right. */
export function BestGuessPanel({ guess, language, onUse, isRight, onJudge }: BestGuessPanelProps) {
  const { words } = useDesk();
  const { guess: say } = words;
  return (
    <section class="guess" aria-labelledby="guess-title">
      <h2 id="guess-title">{say.title}</h2>
      {guess === null ? (
        <p class="none">{say.none}</p>
      ) : (
        <>
          <p class="likely">
            <meter class="meter" min={0} max={1} value={guess.probability} aria-hidden="true" />
            <strong>{say.likely.find(({ from }) => guess.probability >= from)?.text}</strong>
            <span>{say.percent(Math.round(guess.probability * 100))}</span>
          </p>
          <p class="guess-question" lang={guess.source.language}>
            {guess.question}
          </p>
          <SourceLine source={guess.source} />
          <div class="guess-use">
            <button
              type="button"
              disabled={onUse === null}
              onClick={() => onUse?.(typedGuess(guess, language))}
            >
              {say.use}
            </button>
            {onUse === null && <p class="hint">{say.useAfterClaim}</p>}
          </div>
          <Answer tree={guess.tree} lang={guess.source.language} />
          {onUse !== null && (
            <fieldset class="guess-verdict">
              <legend>{say.isRight}</legend>
              <button type="button" aria-pressed={isRight === true} onClick={() => onJudge(true)}>
                {say.right}
              </button>
              <button type="button" aria-pressed={isRight === false} onClick={() => onJudge(false)}>
                {say.wrong}
              </button>
            </fieldset>
          )}
        </>
      )}
    </section>
  );
}
