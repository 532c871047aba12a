import { useEffect, useState } from 'preact/hooks';
import type { OwnPictureReply } from '../../../security/contracts.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { smallPicture } from '../../files/small-picture.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';

/** One's own picture, as customers see it in the chat of the website. */
export function OwnPicture() {
  const { actions, words } = useDesk();
  const say = words.tools.security.ownPicture;
  const [address, setAddress] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  function take(answer: ApiResult<OwnPictureReply>): void {
    if (answer.isOk) setAddress(answer.value.address);
    setFailure(answer.isOk ? null : answer.failure);
  }
  useEffect(() => void actions.ownPicture().then(take), [actions]);

  async function choose(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const picture = await smallPicture(file);
    input.value = '';
    if (picture === null) setFailure({ code: 'PictureRefused', agentName: null, problem: null });
    else take(await actions.setPicture(picture));
  }

  return (
    <section>
      <h2>{say.title}</h2>
      <p class="hint">{say.hint}</p>
      <Problem failure={failure} />
      {address !== null && <img src={address} alt={say.alt} width={96} height={96} />}
      <label>
        {say.choose}{' '}
        <input
          type="file"
          accept="image/*"
          onChange={(event) => void choose(event.currentTarget as HTMLInputElement)}
        />
      </label>
      {address !== null && (
        <button type="button" onClick={() => void actions.removePicture().then(take)}>
          {say.remove}
        </button>
      )}
    </section>
  );
}
