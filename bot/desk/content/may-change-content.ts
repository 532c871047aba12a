import type { DeskRole } from '../../contracts/desk.js';

/** Who changes what the bot answers from. */
const CONTENT_ROLES: readonly DeskRole[] = ['content', 'administrator'];

export function mayChangeContent({ role }: { readonly role: DeskRole }): boolean {
  return CONTENT_ROLES.includes(role);
}

/** Why nothing was done. */
interface NotDone {
  readonly kind: 'not-allowed' | 'not-ready';
}

/** Does something for an agent who may change content; says why not where they may not, or where what it needs is not there. */
type ForContentPeople<Needed> = <Outcome>(
  agent: { readonly role: DeskRole },
  act: (needed: Needed) => Promise<Outcome> | Outcome,
) => Promise<Outcome | NotDone>;

/** @param open gives what is needed, null where it is not there; asked for those alone who may */
export function forContentPeople<Needed>(
  open: () => Promise<Needed | null> | Needed | null,
): ForContentPeople<Needed> {
  return async (agent, act) => {
    if (!mayChangeContent(agent)) return { kind: 'not-allowed' };
    const needed = await open();
    return needed === null ? { kind: 'not-ready' } : act(needed);
  };
}
