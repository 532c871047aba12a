import { useState } from 'preact/hooks';
import type { ApiResult, Failure } from '../../ask-server.js';

/** What the server tells a page at a time, as far as it was read. */
interface Pages<Item> {
  readonly items: readonly Item[];
  /** Whether the server has told all. */
  readonly isWhole: boolean;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** Reads the next page, behind what is there; nothing while one is read, or all are. */
  readNext(): Promise<void>;
}

/**
 * @param ask for a page, by the place of its first
 * @param itemsOf a page
 */
export function usePages<Page extends { readonly next: number | null }, Item>(
  ask: (from: number) => Promise<ApiResult<Page>>,
  itemsOf: (page: Page) => readonly Item[],
): Pages<Item> {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [next, setNext] = useState<number | null>(0);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function readNext(): Promise<void> {
    if (isBusy || next === null) return;
    setIsBusy(true);
    const answer = await ask(next);
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    if (!answer.isOk) return;
    setItems((old) => [...old, ...itemsOf(answer.value)]);
    setNext(answer.value.next);
  }

  return { items, isWhole: next === null, isBusy, failure, readNext };
}
