import type { DeskFile } from '../../../../../bot/contracts/desk.js';
import { fileWordsIn, tellSize } from '../../files/file-words.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';

/** The files of a message: pictures as they are, small, which open at full size; others by name and size. */
export function MessageFiles({ files }: { readonly files: readonly DeskFile[] }) {
  const { language } = useDesk().state;
  const say = fileWordsIn(language);
  return (
    <ul class="shared-files">
      {files.map((file, place) => (
        <li key={file.id ?? place}>
          {isPicture(file) && file.url !== null ? (
            <a href={file.url} target="_blank" rel="noopener noreferrer" title={say.open(file.name)}>
              <img class="shared-picture" src={file.url} alt={file.name} />
            </a>
          ) : (
            <FileLink file={file} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What only the channel has is not shown: a picture of another website would tell it who looks. */
function isPicture({ id, contentType }: DeskFile): boolean {
  return id !== null && contentType.startsWith('image/');
}

function FileLink({ file }: { readonly file: DeskFile }) {
  const { language } = useDesk().state;
  const { name, bytes, url } = file;
  const text = bytes === null ? name : `${name} (${tellSize(language, bytes)})`;
  return (
    <span class="shared-file">
      <Icon name="file" />
      {url === null ? (
        text
      ) : (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      )}
    </span>
  );
}
