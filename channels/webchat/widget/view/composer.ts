import { ACCEPTED_FILES, checkFiles } from '../check-files.js';
import type { WidgetWords } from '../words/words.js';
import { icon } from './icon.js';
import { make, makeButton } from './make.js';

const MOST_CHARACTERS = 4000;
const SHOW_LEFT_FROM = 200;

/** Where the customer writes: Enter sends, Shift and Enter begins a new line. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #words: WidgetWords;
  readonly #input: HTMLTextAreaElement;
  readonly #send: HTMLButtonElement;
  readonly #note: HTMLElement;
  readonly #fileRow = make('div', { class: 'files' });
  #files: readonly File[] = [];

  constructor(
    words: WidgetWords,
    {
      send: submit,
      types,
    }: {
      readonly send: (text: string, files: readonly File[]) => void;
      readonly types: () => void;
    },
  ) {
    this.#words = words;
    this.#input = make('textarea', {
      rows: '1',
      maxlength: String(MOST_CHARACTERS),
      placeholder: words.inputHint,
      'aria-label': words.inputLabel,
      enterkeyhint: 'send',
    });
    this.#send = make('button', { class: 'send', 'aria-label': words.send }, icon('send'));
    this.#note = make('p', { class: 'left small', role: 'status' });
    const picker = make('input', { type: 'file', multiple: '', accept: ACCEPTED_FILES, hidden: '' });
    picker.addEventListener('change', () => {
      this.#choose([...this.#files, ...(picker.files ?? [])]);
      picker.value = '';
    });
    this.element = make(
      'form',
      { class: 'composer' },
      this.#fileRow,
      make(
        'div',
        { class: 'field' },
        makeButton({ class: 'attach', 'aria-label': words.attach }, () => picker.click(), icon('attach')),
        picker,
        this.#input,
        this.#send,
      ),
      this.#note,
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit(submit);
    });
    this.#input.addEventListener('input', () => {
      this.#refresh();
      if (this.#input.value.trim() !== '') types();
    });
    this.#input.addEventListener('keydown', (event) => {
      // While a letter is being composed (Chinese, accents) Enter belongs to the keyboard.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit(submit);
    });
    this.#refresh();
  }

  focus(): void {
    this.#input.focus();
  }

  #submit(submit: (text: string, files: readonly File[]) => void): void {
    const text = this.#input.value.trim();
    if (text === '' && this.#files.length === 0) return;
    const files = this.#files;
    this.#input.value = '';
    this.#choose([]);
    submit(text, files);
    this.focus();
  }

  #choose(files: readonly File[]): void {
    const problem = checkFiles(files, this.#words);
    if (!problem) this.#files = files;
    this.#fileRow.replaceChildren(
      ...this.#files.map((file) =>
        makeButton(
          { class: 'file', 'aria-label': this.#words.removeFile(file.name) },
          () => {
            this.#choose(this.#files.filter((other) => other !== file));
            this.focus();
          },
          icon('file'),
          file.name,
          icon('close'),
        ),
      ),
    );
    this.#refresh(problem);
  }

  /** Fits the field to its words; says how much room is left, or what is wrong. */
  #refresh(problem: string | null = null): void {
    const input = this.#input;
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
    const left = MOST_CHARACTERS - input.value.length;
    this.#note.textContent = problem ?? (left <= SHOW_LEFT_FROM ? this.#words.charactersLeft(left) : '');
    this.#send.disabled = input.value.trim() === '' && this.#files.length === 0;
  }
}
