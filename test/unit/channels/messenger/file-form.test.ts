import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileForm } from '../../../../channels/messenger/sending/file-form.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { NO_FILES } from '../../../support/test-files.js';

const OF = { channelId: 'facebook', conversationId: 'psid' };

function activityWith(fileId: string) {
  return {
    type: 'message',
    id: 'm1',
    channelId: OF.channelId,
    conversation: { id: OF.conversationId },
    attachments: [{ contentType: 'image/png', name: 'a.png', fileId }],
  };
}

describe('a file for Messenger', () => {
  it('is sent with its bytes, and its message with the metadata by which its echo is known', async () => {
    const path = join(temporaryFolder(), 'f');
    writeFileSync(path, 'bytes');
    const file = { id: 'f', name: 'a.png', contentType: 'image/png', bytes: 5 };
    const files = {
      find: async (id: string, of: typeof OF) =>
        id === 'f' && of.conversationId === 'psid' ? { file, of, path } : null,
    };
    const form = await fileForm(files, activityWith('f'), {
      recipient: { id: 'psid' },
      messaging_type: 'RESPONSE',
    });
    expect(form?.get('recipient')).toBe('{"id":"psid"}');
    expect(form?.get('messaging_type')).toBe('RESPONSE');
    expect(JSON.parse(String(form?.get('message')))).toEqual({
      attachment: { type: 'image', payload: { is_reusable: false } },
      metadata: 'm:m1',
    });
    const data = form?.get('filedata') as File;
    expect([data.name, data.type, await data.text()]).toEqual(['a.png', 'image/png', 'bytes']);
  });

  it('that is gone is not sent', async () => {
    expect(await fileForm(NO_FILES, activityWith('f'), {})).toBeNull();
  });
});
