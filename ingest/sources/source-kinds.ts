import { joinSettings } from '../../index/platform/settings.js';
import { articlesKind } from './articles/articles-kind.js';
import type { SourceKind } from './contracts.js';
import { deskKind } from './desk/desk-kind.js';
import { discourseKind } from './discourse/discourse-kind.js';
import { fileKind } from './file/file-kind.js';
import { gainsightKind } from './gainsight/gainsight-kind.js';
import { httpSettings } from './http/http-settings.js';
import { khorosKind } from './khoros/khoros-kind.js';
import { qaPagesKind } from './qa-pages/qa-pages-kind.js';
import { stackExchangeKind } from './stack-exchange/stack-exchange-kind.js';
import { stackExchangeApiKind } from './stack-exchange-api/stack-exchange-api-kind.js';
import { zendeskKind } from './zendesk/zendesk-kind.js';

/** Every kind of source. A new one is a folder beside this file and a word here. */
const KINDS = [
  fileKind,
  stackExchangeKind,
  discourseKind,
  stackExchangeApiKind,
  gainsightKind,
  khorosKind,
  zendeskKind,
  qaPagesKind,
  articlesKind,
  deskKind,
] as const;

export const sourceKinds: readonly SourceKind[] = KINDS;

/** Whether a source of a kind may hold nothing any more. */
export function mayEndOf(kind: string): boolean {
  return sourceKinds.find((each) => each.kind === kind)?.mayEnd ?? false;
}

/** The settings of all kinds, and of the way to those behind the network. */
export const sourceSettings = joinSettings(httpSettings, ...KINDS.map(({ settings }) => settings));

/** Their values by name, as a run carries them to where sources are opened; each kind is handed its own. */
export type SourceSettings = Readonly<Record<string, unknown>>;

/** Of more settings those of sources alone, such as a thread that reads is handed. */
export function settingsOfSources(settings: SourceSettings): SourceSettings {
  const names = Object.keys(sourceSettings);
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name)));
}

/** The kinds as help texts and complaints name them: "file or stack-exchange". */
export const namesOfKinds = sourceKinds.map(({ kind }) => kind).join(' or ');
