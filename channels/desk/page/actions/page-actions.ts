import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { fragmentOf, placeOfFragment } from '../state/place.js';
import type { Place } from '../state/state.js';
import type { DraftKeeper } from './draft-keeper.js';
import { isLinkPath } from './link-paths.js';
import type { OpenConversation } from './open-conversation.js';
import type { Signs } from './sign-actions.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** Finding one's way on the page. @param start finds out who is here, for an address that is a one-time link */
export function pageActions(
  store: DeskStore,
  { address, keepLanguage }: Pick<Surroundings, 'address' | 'keepLanguage'>,
  open: OpenConversation,
  { drafts, signs }: { readonly drafts: DraftKeeper; readonly signs: Signs },
  start: () => Promise<void>,
) {
  return {
    /** Follows the address after it changed. */
    async arrive(): Promise<void> {
      if (isLinkPath(address.path())) return start();
      const leftId = open.id();
      if (leftId !== null) void drafts.keep(leftId);
      store.dispatch({ kind: 'went', place: placeOfFragment(address.fragment()) });
      void signs.tellLooking();
      await open.read();
    },
    /** The page is being left: a reload, another tab, a phone put away. */
    async leavePage(): Promise<void> {
      await Promise.all([drafts.leave(), signs.tellLooking()]);
    },
    /** The page is seen again. */
    returnToPage: (): Promise<void> => signs.tellLooking(),
    go: (place: Place): void => address.go(`/desk${fragmentOf(place)}`),
    closeNotice: (): void => store.dispatch({ kind: 'notice-closed' }),
    closeNews: (): void => store.dispatch({ kind: 'news-closed' }),
    chooseLanguage(language: SpokenLanguage): void {
      keepLanguage(language);
      store.dispatch({ kind: 'language-chosen', language });
    },
  };
}
