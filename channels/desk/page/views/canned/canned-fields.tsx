import type { RefObject } from 'preact';
import type { DeskEnding } from '../../../../../bot/contracts/desk.js';
import type { SpokenLanguage } from '../../../../../bot/contracts/messages.js';
import type { CannedText } from '../../../../../bot/contracts/tools/desk-canned.js';
import { CANNED_TITLE_LIMIT, SHORTCUT_LIMIT } from '../../../limits.js';
import { useDesk } from '../desk-context.js';

interface CannedFieldsProps {
  readonly form: CannedText;
  readonly onChange: (changes: Partial<CannedText>) => void;
  /** The first of them. */
  readonly title: RefObject<HTMLInputElement>;
  /** Whose it is to be; null where that is settled. */
  readonly owner: { readonly isShared: boolean; readonly onChange: (isShared: boolean) => void } | null;
}

const ENDINGS: readonly DeskEnding[] = ['close', 'give-back'];

/** What a canned answer has beside its text. */
export function CannedFields({ form, onChange, title, owner }: CannedFieldsProps) {
  const { words } = useDesk();
  const { canned: say } = words.tools.reply;
  return (
    <div class="filters">
      <label class="canned-name">
        {say.name}
        <input
          ref={title}
          required
          maxLength={CANNED_TITLE_LIMIT}
          value={form.title}
          onInput={(event) => onChange({ title: event.currentTarget.value })}
        />
      </label>
      <label>
        {say.shortcut}
        <input
          required
          maxLength={SHORTCUT_LIMIT}
          pattern="[\p{L}\p{N}][\p{L}\p{N}\-]*"
          title={say.shortcutHint}
          autocapitalize="off"
          value={form.shortcut}
          onInput={(event) =>
            onChange({ shortcut: event.currentTarget.value.toLowerCase().replace(/^\/+/, '') })
          }
        />
      </label>
      <label>
        {say.language}
        <select
          value={form.language}
          onChange={(event) => onChange({ language: event.currentTarget.value as SpokenLanguage })}
        >
          {(['nl', 'en'] as const).map((language) => (
            <option key={language} value={language}>
              {words.languages[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say.ending}
        <select
          value={form.ending ?? ''}
          onChange={(event) =>
            onChange({ ending: ENDINGS.find((ending) => ending === event.currentTarget.value) ?? null })
          }
        >
          <option value="">{say.noEnding}</option>
          {ENDINGS.map((ending) => (
            <option key={ending} value={ending}>
              {say.endings[ending]}
            </option>
          ))}
        </select>
      </label>
      {owner !== null && (
        <label>
          {say.owner}
          <select
            value={owner.isShared ? 'shared' : 'own'}
            onChange={(event) => owner.onChange(event.currentTarget.value === 'shared')}
          >
            <option value="shared">{say.forAll}</option>
            <option value="own">{say.forOneself}</option>
          </select>
        </label>
      )}
    </div>
  );
}
