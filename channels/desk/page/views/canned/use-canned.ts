import { useEffect, useState } from 'preact/hooks';
import type { CannedReply } from '../../../tools/contracts.js';
import { useDesk } from '../desk-context.js';

const NONE: CannedReply = { answers: [], company: '' };

/** The canned answers at hand, read when a box for a reply appears; none where they could not be read. */
export function useCanned(): CannedReply {
  const { actions } = useDesk();
  const [canned, setCanned] = useState(NONE);
  useEffect(() => {
    let isShown = true;
    void actions.canned().then((answer) => {
      if (isShown && answer.isOk) setCanned(answer.value);
    });
    return () => {
      isShown = false;
    };
  }, [actions]);
  return canned;
}
