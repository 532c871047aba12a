import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import { COMMAND_GROUPS, type Command, findCommands } from '../../state/palette/find-commands.js';
import { useDesk } from '../desk-context.js';
import { usePaletteCommands } from './use-palette-commands.js';

interface PaletteDialogProps {
  readonly agent: DeskAgent;
  /** Closed; with what was chosen, to be done once the dialog is gone. */
  readonly onEnd: (chosen: Command | null) => void;
  readonly showKeys: () => void;
  readonly searchOf: (agentId: string, name: string) => void;
}

/** Finds what can be done and where one can go; a text box that names the active option (ARIA 1.2, combobox). */
export function PaletteDialog({ agent, onEnd, showKeys, searchOf }: PaletteDialogProps) {
  const { words } = useDesk();
  const { palette: say } = words;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useRef<Command | null>(null);
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const commands = usePaletteCommands(agent, query, { showKeys, searchOf });
  const found = useMemo(() => findCommands(commands, query), [commands, query]);
  const active = Math.min(place, Math.max(0, found.length - 1));
  // Before anything is painted, so that what is typed at once arrives.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' }), [active]);

  function choose(command: Command | undefined): void {
    if (!command) return;
    chosen.current = command;
    dialog.current?.close();
  }

  function press(event: KeyboardEvent): void {
    const { length } = found;
    if (event.isComposing) return;
    const typed = (event.currentTarget as HTMLInputElement).value;
    // On a busy machine what was typed last may not be drawn yet: what is found by it counts.
    if (event.key === 'Enter' && typed !== query) {
      choose(findCommands(commands, typed)[0]);
      event.preventDefault();
      return;
    }
    if (length === 0) return;
    if (event.key === 'ArrowDown') setPlace((active + 1) % length);
    else if (event.key === 'ArrowUp') setPlace((active + length - 1) % length);
    else if (event.key === 'Enter') choose(found[active]);
    else return;
    event.preventDefault();
  }

  return (
    <dialog ref={dialog} class="palette" aria-label={say.title} onClose={() => onEnd(chosen.current)}>
      <input
        type="text"
        role="combobox"
        autoFocus
        autoComplete="off"
        maxLength={300}
        aria-label={say.label}
        placeholder={say.label}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={press}
      />
      <p role="status" class={found.length > 0 ? 'unseen' : 'hint'}>
        {say.found(found.length)}
      </p>
      <div id={`${id}-list`} class="palette-list" role="listbox" aria-label={say.title}>
        {COMMAND_GROUPS.map((group) => (
          <PaletteGroup
            key={group}
            id={id}
            title={say.groups[group]}
            options={found
              .map((command, at) => ({ command, at }))
              .filter((one) => one.command.group === group)}
            active={active}
            onChoose={choose}
          />
        ))}
      </div>
    </dialog>
  );
}

interface PaletteGroupProps {
  readonly id: string;
  readonly title: string;
  readonly options: readonly { readonly command: Command; readonly at: number }[];
  readonly active: number;
  readonly onChoose: (command: Command) => void;
}

function PaletteGroup({ id, title, options, active, onChoose }: PaletteGroupProps) {
  if (options.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: options of a listbox stand in a group (ARIA 1.2), and a fieldset is for fields
    <div role="group" aria-label={title}>
      <p class="palette-group" aria-hidden="true">
        {title}
      </p>
      {options.map(({ command, at }) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the keys stay in the box, which names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={command.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          class="palette-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(command)}
        >
          <strong>{command.label}</strong>
          {command.detail !== '' && <span>{command.detail}</span>}
        </div>
      ))}
    </div>
  );
}
