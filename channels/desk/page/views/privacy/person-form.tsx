import { useState } from 'preact/hooks';
import type { PersonKey } from '../../../../../bot/contracts/privacy.js';
import { useDesk } from '../desk-context.js';

type Kind = PersonKey['kind'];

const KINDS: readonly Kind[] = ['email', 'conversation', 'customer'];
const LONGEST = 500;

/** Asks by what a person is known. */
export function PersonForm({ isBusy, onAsk }: { isBusy: boolean; onAsk: (key: PersonKey) => void }) {
  const { words } = useDesk();
  const say = words.tools.privacy;
  const [kind, setKind] = useState<Kind>('email');
  const [id, setId] = useState('');
  const [channelId, setChannelId] = useState('');
  const isComplete = id.trim() !== '' && (kind !== 'customer' || channelId.trim() !== '');

  function keyOf(): PersonKey {
    if (kind === 'email') return { kind, email: id.trim() };
    if (kind === 'conversation') return { kind, conversationId: id.trim() };
    return { kind, channelId: channelId.trim(), customerId: id.trim() };
  }

  return (
    <form
      class="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onAsk(keyOf());
      }}
    >
      <fieldset>
        <legend>{say.by}</legend>
        {KINDS.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="person-kind"
              value={choice}
              checked={kind === choice}
              onChange={() => setKind(choice)}
            />
            {say.kinds[choice]}
          </label>
        ))}
      </fieldset>
      {kind === 'customer' && (
        <>
          <label for="person-channel">{say.channel}</label>
          <input
            id="person-channel"
            maxLength={LONGEST}
            value={channelId}
            onInput={(event) => setChannelId(event.currentTarget.value)}
          />
        </>
      )}
      <label for="person-id">{say[kind]}</label>
      <div class="search-line">
        <input
          id="person-id"
          type={kind === 'email' ? 'email' : 'text'}
          autocomplete="off"
          maxLength={LONGEST}
          value={id}
          onInput={(event) => setId(event.currentTarget.value)}
        />
        <button class="primary" type="submit" disabled={isBusy || !isComplete}>
          {say.find}
        </button>
      </div>
    </form>
  );
}
