/**
 * Words that turn a question round, in Dutch and English: a question with one of the first and an item with one of the
 * second ask for contrary things, unless both have both.
 */
export const OPPOSITES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['aan', 'aanzetten', 'inschakelen', 'activeren', 'on', 'enable', 'activate', 'start'],
    ['uit', 'uitzetten', 'uitschakelen', 'deactiveren', 'off', 'disable', 'deactivate', 'stop'],
  ],
  [
    ['met', 'with'],
    ['zonder', 'without'],
  ],
  [
    ['voor', 'before', 'eerder', 'earlier'],
    ['na', 'after', 'later'],
  ],
  [
    ['meer', 'hoger', 'verhogen', 'upgraden', 'upgrade', 'more', 'higher', 'increase', 'raise'],
    ['minder', 'lager', 'verlagen', 'downgraden', 'downgrade', 'less', 'lower', 'decrease', 'reduce'],
  ],
  [
    ['naar', 'to', 'into', 'in'],
    ['terug', 'back', 'uit', 'from', 'van', 'out'],
  ],
  [
    ['openen', 'open'],
    ['sluiten', 'dicht', 'close', 'shut'],
  ],
  [
    ['toevoegen', 'add', 'aanmelden', 'join', 'nemen', 'afsluiten'],
    ['verwijderen', 'remove', 'delete', 'afmelden', 'leave', 'opzeggen', 'cancel'],
  ],
  [
    ['krijgen', 'ontvangen', 'receive', 'get'],
    ['versturen', 'sturen', 'send', 'geven', 'give'],
  ],
  [
    ['eerste', 'first', 'nieuw', 'nieuwe', 'new'],
    ['laatste', 'last', 'oud', 'oude', 'old'],
  ],
  [['niet', 'geen', 'nooit', 'not', 'no', 'never', "n't", 'cannot', 'won', 'doesn', 'isn', 'don'], []],
];
