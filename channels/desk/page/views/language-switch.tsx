import type { SpokenLanguage } from '../../../../bot/contracts/messages.js';
import { useDesk } from './desk-context.js';

const LANGUAGES: readonly { readonly language: SpokenLanguage; readonly name: string }[] = [
  { language: 'nl', name: 'Nederlands' },
  { language: 'en', name: 'English' },
];

/** Dutch or English; each named in its own language. */
export function LanguageSwitch() {
  const { state, actions, words } = useDesk();
  return (
    <fieldset class="languages">
      <legend class="unseen">{words.language}</legend>
      {LANGUAGES.map(({ language, name }) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={`${language.toUpperCase()} – ${name}`}
          aria-pressed={state.language === language}
          onClick={() => actions.chooseLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
