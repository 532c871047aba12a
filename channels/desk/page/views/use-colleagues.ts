import { useEffect, useState } from 'preact/hooks';
import type { ColleaguesReply } from '../../tools/contracts.js';
import { useDesk } from './desk-context.js';

/** Names and ids of all who can sign in, read anew whenever `asked` changes; none until they are there. */
export function useColleagues(asked: unknown = null): ColleaguesReply['colleagues'] {
  const { actions } = useDesk();
  const [colleagues, setColleagues] = useState<ColleaguesReply['colleagues']>([]);
  useEffect(() => {
    let isShown = true;
    void actions.colleagues().then((answer) => {
      if (isShown && answer.isOk) setColleagues(answer.value.colleagues);
    });
    return () => {
      isShown = false;
    };
  }, [actions, asked]);
  return colleagues;
}
