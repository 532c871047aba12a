import { useEffect, useState } from 'preact/hooks';
import type { DeskLabel } from '../../../../../bot/contracts/tools/desk-label.js';
import { useDesk } from '../desk-context.js';

/** The company's labels, read anew whenever `asked` changes; none until they are there. */
export function useLabels(asked: unknown = null): readonly DeskLabel[] {
  const { actions } = useDesk();
  const [labels, setLabels] = useState<readonly DeskLabel[]>([]);
  useEffect(() => {
    let isShown = true;
    void actions.labels().then((answer) => {
      if (isShown && answer.isOk) setLabels(answer.value.labels);
    });
    return () => {
      isShown = false;
    };
  }, [actions, asked]);
  return labels;
}
