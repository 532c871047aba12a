import type { AnswerSource } from '../../../bot/contracts/messages.js';
import { webAddress } from '../../page/safe-link.js';
import { cutTitle } from '../../text/cut-title.js';
import { readableLine } from '../../text/readable.js';
import { MOST } from './render-limits.js';

/** A template of the Send API, as the `attachment` of a message. */
interface TemplateAttachment {
  readonly type: 'template';
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * The source of an answer with a button to it: a generic template with the community's question as its title where it
 * fits, else a button template.
 * @param linkTitle words of the button; cut to 20
 * @returns null where no template can hold it, or it has no web address (Facebook would refuse another)
 */
export function renderSource(source: AnswerSource, linkTitle: string): TemplateAttachment | null {
  const url = webAddress(source.url);
  const [question, line] = [readableLine(source.question), lineOf(source)];
  if (url === null || url.length > MOST.url || linkTitle === '') return null;
  const button = { type: 'web_url', url, title: cutTitle(linkTitle, MOST.buttonTitle) };
  if (isWithin(question, MOST.elementTitle) && isWithin(line, MOST.elementSubtitle)) {
    const element = {
      title: question,
      subtitle: line,
      default_action: { type: 'web_url', url },
      buttons: [button],
    };
    return { type: 'template', payload: { template_type: 'generic', elements: [element] } };
  }
  const text = words(question, line);
  if (!isWithin(text, MOST.buttonTemplateText)) return null;
  return { type: 'template', payload: { template_type: 'button', text, buttons: [button] } };
}

/** The source in words, with its link bare. */
export function sourceWords(source: AnswerSource): string {
  const url = webAddress(source.url) ?? '';
  const title = readableLine(source.linkTitle);
  const link = url === '' || title === '' ? url : `${title}: ${url}`;
  return [words(readableLine(source.question), lineOf(source)), link]
    .filter((line) => line !== '')
    .join('\n');
}

function words(question: string, line: string): string {
  return [question === '' ? '' : `“${question}”`, line].filter((part) => part !== '').join('\n');
}

function lineOf({ line, licence }: AnswerSource): string {
  return [readableLine(line), readableLine(licence ?? '')].filter((part) => part !== '').join(' · ');
}

function isWithin(text: string, most: number): boolean {
  return text !== '' && text.length <= most;
}
