import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';

/** Pages that somebody may not see, with the code that the server refuses them with. */
const CODES = { lead: 'DeskLeadsOnly', content: 'DeskContentOnly', releases: 'DeskContentOnly' } as const;

/**
 * Instead of a page that is not for the role of whoever came to its address, from a colleague's link or a bookmark of before:
 * without its buttons, of which the server would refuse each.
 */
export function NotAllowedView({ kind }: { kind: string }) {
  const { words } = useDesk();
  const code = kind in CODES ? CODES[kind as keyof typeof CODES] : 'DeskNotAllowed';
  return (
    <ToolPage title={words.notAllowed}>
      <Problem failure={{ code, agentName: null, problem: null }} />
    </ToolPage>
  );
}
