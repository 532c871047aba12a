import { useDesk } from '../desk-context.js';
import { Field } from './field.js';

/** Where the code of a second factor is typed. */
export function CodeField() {
  const { code, codeHint } = useDesk().words.tools.security;
  return <Field label={code} hint={codeHint} name="code" type="text" autocomplete="one-time-code" />;
}
