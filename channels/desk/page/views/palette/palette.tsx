import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import type { Command } from '../../state/palette/find-commands.js';
import { NO_SEARCH, type SearchState } from '../../state/search-state.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';
import { KeysDialog } from './keys-dialog.js';
import { nextConversation } from './next-conversation.js';
import { PaletteDialog } from './palette-dialog.js';

interface PaletteProps {
  readonly agent: DeskAgent;
  readonly onSearch: (change: (search: SearchState) => SearchState) => void;
}

/** The way to everything by keyboard: Ctrl K finds, `?` lists the keys, Alt and the arrows go through the conversations. */
export function Palette({ agent, onSearch }: PaletteProps) {
  const { actions, words } = useDesk();
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const opener = useRef<Element | null>(null);

  useEffect(() => {
    function press(event: KeyboardEvent): void {
      // Whatever a dialog asks is answered first.
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      if (isPaletteKey(event)) open('palette');
      else if (event.key === '?' && isPlain(event) && !isField(event.target)) open('keys');
      else if (event.altKey && !event.ctrlKey && !event.metaKey && isArrow(event.key)) {
        const hash = nextConversation(document, event.key === 'ArrowDown' ? 1 : -1);
        if (hash === null) return;
        location.hash = hash;
      } else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  function open(what: 'palette' | 'keys'): void {
    opener.current = document.activeElement;
    setShown(what);
  }

  /** A browser tells that a dialog was closed a moment later: another one may be open by then. */
  function end(closed: 'palette' | 'keys', chosen: Command | null): void {
    setShown((now) => (now === closed ? null : now));
    if (opener.current instanceof HTMLElement) opener.current.focus();
    chosen?.run();
  }

  function searchOf(agentId: string, name: string): void {
    onSearch(() => ({ ...NO_SEARCH, form: { words: name, agentId } }));
    actions.go({ kind: 'search' });
  }

  return (
    <>
      <button
        type="button"
        class="quiet palette-open"
        aria-keyshortcuts="Control+K Meta+K"
        title={words.palette.open}
        onClick={() => open('palette')}
      >
        <Icon name="search" />
        <span class="unseen">{words.palette.open}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {shown === 'palette' && (
        <PaletteDialog
          agent={agent}
          onEnd={(chosen) => end('palette', chosen)}
          showKeys={() => open('keys')}
          searchOf={searchOf}
        />
      )}
      {shown === 'keys' && <KeysDialog onEnd={() => end('keys', null)} />}
    </>
  );
}

function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
}

/** Not one of a shortcut of the browser; `?` is typed with Shift on most keyboards. */
function isPlain({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey;
}

function isArrow(key: string): boolean {
  return key === 'ArrowDown' || key === 'ArrowUp';
}

/** Whether what is pressed is typed. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}
