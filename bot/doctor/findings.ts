import { isCoded, messageOf } from '../../index/platform/errors.js';

/** What the doctor looks at. */
export type DoctorCheck =
  | 'node'
  | 'settings'
  | 'channels'
  | 'origins'
  | 'address'
  | 'folder'
  | 'modes'
  | 'disk'
  | 'open-files'
  | 'clock'
  | 'port'
  | 'model'
  | 'release'
  | 'facts'
  | 'sources'
  | 'messenger-token'
  | 'azure-token'
  | 'sign-on';

/** `warning`: it works, and is probably not meant so; `problem`: the server does not start, or does not answer. */
export type FindingLevel = 'ok' | 'warning' | 'problem';

/** What was found, in both languages, with what to do where something is wrong. */
export interface DoctorFinding {
  readonly check: DoctorCheck;
  readonly level: FindingLevel;
  readonly nl: string;
  readonly en: string;
}

export function finding(check: DoctorCheck, level: FindingLevel, nl: string, en: string): DoctorFinding {
  return { check, level, nl, en };
}

/** Does what a start does, and tells how it ended: an error of ours says by itself what to do. */
export async function attempt(
  check: DoctorCheck,
  work: () => unknown,
  good: { readonly nl: string; readonly en: string },
): Promise<DoctorFinding> {
  try {
    await work();
    return finding(check, 'ok', good.nl, good.en);
  } catch (error) {
    const said = isCoded(error) ? `${error.code}: ${error.message}` : messageOf(error);
    return finding(check, 'problem', said, said);
  }
}
