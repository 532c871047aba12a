import { normalise } from '../normalise.js';

/** To be called back; a customer who wants to call the company asks for its number. */
const CALL =
  /\b(?:terug ?bel(?:len|t)?|terug ?gebeld|gebeld worden|opbellen|telefonisch)\b|\bbel(?:len|t)? (?:\w+ ){0,2}(?:me|mij|ons|terug)\b|\b(?:me|mij|ons)(?: \w+){0,3} (?:op|terug)?bellen\b|\b(?:call|ring|phone)(?:ed)? (?:me|us|back)\b|\bcall ?back\b/;

/** Whether a request for a person is one to be called. */
export function wantsCall(text: string): boolean {
  return CALL.test(normalise(text));
}
