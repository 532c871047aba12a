import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../../channels/webchat/widget/check-files.js';
import { en } from '../../../../../channels/webchat/widget/words/en.js';

const photo = { name: 'a.png', type: 'image/png', size: 1000 };

describe('checkFiles', () => {
  it('lets photos and PDFs through', () => {
    expect(
      checkFiles([photo, { name: 'b.pdf', type: 'application/pdf', size: 5 * 1024 * 1024 }], en),
    ).toBeNull();
  });

  it.each([
    ['six files', Array(6).fill(photo), 'You can send 5 files at once.'],
    [
      'a photo of a phone, whose type the browser does not know',
      [{ ...photo, name: 'IMG_1.HEIC', type: '' }],
      'IMG_1.HEIC is a HEIC photo, which we cannot open. Send it as JPEG.',
    ],
    [
      'a letter',
      [{ ...photo, name: 'brief.docx', type: 'application/msword' }],
      'brief.docx is a Word file, which we cannot open. Send it as PDF.',
    ],
    [
      'a program',
      [{ ...photo, name: 'x.exe', type: '' }],
      'x.exe is not a photo or PDF. Choose another file.',
    ],
    [
      'a drawing with scripts',
      [{ ...photo, name: 'x.svg', type: 'image/svg+xml' }],
      'x.svg is not a photo or PDF. Choose another file.',
    ],
    [
      'a large photo',
      [{ ...photo, size: 5 * 1024 * 1024 + 1 }],
      'a.png is larger than 5 MB. Choose a smaller file.',
    ],
  ])('says what is wrong with %s', (_title, files, sentence) => {
    expect(checkFiles(files, en)).toBe(sentence);
  });
});
