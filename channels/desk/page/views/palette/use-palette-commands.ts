import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import type { FoundConversation } from '../../../../../bot/contracts/tools/desk-archive.js';
import type { Command } from '../../state/palette/find-commands.js';
import { nameOf } from '../../words/name-of.js';
import { useDesk } from '../desk-context.js';
import { allPlaces } from '../lists/tool-places.js';
import { useColleagues } from '../use-colleagues.js';
import { actionsInView } from './actions-in-view.js';
import { searchLater } from './search-later.js';

/** Everything that the palette finds: in what the page has, and of closed conversations what the server finds. */
export function usePaletteCommands(
  agent: DeskAgent,
  query: string,
  {
    showKeys,
    searchOf,
  }: { readonly showKeys: () => void; readonly searchOf: (agentId: string, name: string) => void },
): readonly Command[] {
  const { state, actions, words } = useDesk();
  const { palette: say } = words;
  const colleagues = useColleagues();
  const found = useFound(query);
  // As the page stood when the palette was opened: nothing can be pressed beneath it.
  const [buttons] = useState(() => actionsInView(document));
  const { entries, language } = state;

  return useMemo(() => {
    const pages = allPlaces(agent, words).map(({ kind, title }): Command => {
      const run = () => actions.go({ kind });
      return { id: `page ${kind}`, group: 'page', label: title, detail: '', run };
    });
    const people = colleagues.map(({ id, name }): Command => {
      const run = () => searchOf(id, name);
      return { id: `person ${id}`, group: 'person', label: name, detail: '', run };
    });
    const open = entries.map((entry) => conversation(entry, entry.question));
    const known = new Set(entries.map(({ conversationId }) => conversationId));
    const closed = found
      .filter(({ conversationId }) => !known.has(conversationId))
      // What was found is found, in whatever words.
      .map((one) => conversation(one, `${query} ${words.tools.states[one.state]}`));
    return [...buttons, ...settings(), ...open, ...closed, ...pages, ...people];
  }, [agent, query, actions, words, colleagues, found, buttons, entries, language]);

  function conversation(
    of: Pick<FoundConversation, 'conversationId' | 'customerName'>,
    detail: string,
  ): Command {
    const { conversationId } = of;
    return {
      id: `conversation ${conversationId}`,
      group: 'conversation',
      label: nameOf(of, words),
      detail,
      run: () => actions.go({ kind: 'conversation', conversationId }),
    };
  }

  function settings(): Command[] {
    const make = (label: string, run: () => void): Command => {
      return { id: `setting ${label}`, group: 'action', label, detail: '', run };
    };
    const { statuses } = words.assignment;
    const status = (['available', 'away'] as const).map((one) =>
      make(say.status(statuses[one]), () => void actions.setStatus(one)),
    );
    return [
      ...status,
      make(say.language, () => actions.chooseLanguage(language === 'nl' ? 'en' : 'nl')),
      make(say.showKeys, showKeys),
    ];
  }
}

/** What the server finds of a query; nothing until it was asked. */
function useFound(query: string): readonly FoundConversation[] {
  const { actions } = useDesk();
  const [found, setFound] = useState<readonly FoundConversation[]>([]);
  useEffect(() => {
    setFound([]);
    return searchLater(query, actions.search, setFound);
  }, [actions, query]);
  return found;
}
