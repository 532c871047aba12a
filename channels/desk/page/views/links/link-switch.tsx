import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.js';
import { LinkDialog } from './link-dialog.js';

/** The way to an agent's link with the channel in which they can work too; nothing where agents work at the page alone. */
export function LinkSwitch() {
  const { actions, words } = useDesk();
  const [isLinked, setIsLinked] = useState<boolean | null>(null);
  const [isOpen, setIsOpen] = useState(false);

  async function look(): Promise<void> {
    const answer = await actions.link();
    if (answer.isOk) setIsLinked(answer.value.isLinked);
  }

  // Once: whether there is such a channel does not change while the server runs.
  useEffect(() => {
    void look();
  }, []);

  if (isLinked === null) return null;
  return (
    <>
      <button type="button" class="quiet" onClick={() => setIsOpen(true)}>
        {words.links.title}
      </button>
      {isOpen && (
        <LinkDialog
          isLinked={isLinked}
          onChange={look}
          onEnd={() => {
            setIsOpen(false);
            // The link is made elsewhere, with the code.
            void look();
          }}
        />
      )}
    </>
  );
}
