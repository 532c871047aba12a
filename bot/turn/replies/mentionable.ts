import type { Hit } from '../../../index/contracts.js';

/** E-mail addresses, numbers of five digits and more (accounts, telephones, customers), Dutch and British postcodes. */
const PERSONAL = /@|\d{5}|^\d{4}[a-z]{2}$|^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/i;

/** What an answer does not mention, as far as it may be said aloud: nobody's own numbers and addresses. */
export function mentionable({ unmentioned = [] }: Pick<Hit, 'unmentioned'>): readonly string[] {
  return unmentioned.filter((name) => !PERSONAL.test(name.replace(/[\s.-]/g, '')));
}
