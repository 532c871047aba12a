import type { DecidedPair } from '../../../../../bot/contracts/content/desk-pairs.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { DecidedList, DecidedRow } from './decided-list.js';

interface DecidedPairsProps {
  readonly decided: readonly DecidedPair[];
  readonly isBusy: boolean;
  readonly onUndo: (pair: DecidedPair) => void;
}

/** Which of two answers counts by what somebody decided, by whom and when, to be taken back. */
export function DecidedPairs({ decided, isBusy, onUndo }: DecidedPairsProps) {
  const { state, words } = useDesk();
  const { pairs: say } = words.tools;
  const now = useNow();
  return (
    <DecidedList title={say.decided} count={decided.length}>
      {decided.map((pair) => {
        const { itemIds, questions, counts, by, at } = pair;
        const counted = itemIds.indexOf(counts ?? '');
        return (
          <DecidedRow
            key={itemIds.join(' ')}
            question={questions[0] === questions[1] ? questions[0] : questions.join(' · ')}
            by={say.by(by, tellMoment(state.language, at, now))}
            isBusy={isBusy}
            undo={say.undo}
            undoLabel={say.of(say.undo, questions[0])}
            onUndo={() => onUndo(pair)}
          >
            <p>{counted < 0 ? say.countedBoth : say.counted(questions[counted] ?? '')}</p>
          </DecidedRow>
        );
      })}
    </DecidedList>
  );
}
