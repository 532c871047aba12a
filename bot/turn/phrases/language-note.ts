import type { SpokenLanguage } from '../../contracts/messages.js';
import type { ForeignLanguage } from '../contracts.js';

/** What happens, in one sentence, by the language that the bot goes on in; English for languages without a sentence. */
const NOTES: Readonly<Record<ForeignLanguage, Readonly<Record<SpokenLanguage, string>>>> = {
  de: {
    nl: 'Ich antworte auf Niederländisch, mit Antworten anderer Kunden; schreiben Sie mir auf Englisch, dann antworte ich auf Englisch.',
    en: 'Ich antworte auf Englisch, mit Antworten anderer Kunden.',
  },
  fr: {
    nl: "Je réponds en néerlandais, avec les réponses d'autres clients ; écrivez-moi en anglais et je répondrai en anglais.",
    en: "Je réponds en anglais, avec les réponses d'autres clients.",
  },
  es: {
    nl: 'Respondo en neerlandés, con respuestas de otros clientes; si me escribe en inglés, responderé en inglés.',
    en: 'Respondo en inglés, con respuestas de otros clientes.',
  },
  it: {
    nl: 'Rispondo in olandese, con le risposte di altri clienti; se mi scrive in inglese, rispondo in inglese.',
    en: 'Rispondo in inglese, con le risposte di altri clienti.',
  },
  pt: {
    nl: 'Respondo em neerlandês, com respostas de outros clientes; se me escrever em inglês, respondo em inglês.',
    en: 'Respondo em inglês, com respostas de outros clientes.',
  },
  pl: {
    nl: 'Odpowiadam po niderlandzku, odpowiedziami innych klientów; jeśli napisze Pan/Pani po angielsku, odpowiem po angielsku.',
    en: 'Odpowiadam po angielsku, odpowiedziami innych klientów.',
  },
  tr: {
    nl: 'Hollandaca, diğer müşterilerin yanıtlarıyla cevap veriyorum; bana İngilizce yazarsanız İngilizce cevap veririm.',
    en: 'İngilizce, diğer müşterilerin yanıtlarıyla cevap veriyorum.',
  },
  other: {
    nl: 'I answer in Dutch, with answers that other customers gave; write to me in English and I will answer in English.',
    en: 'I answer in Dutch and English only, with answers that other customers gave.',
  },
};

/** The sentence for a customer whose language the bot does not speak. */
export function languageNoteIn(foreign: ForeignLanguage, spoken: SpokenLanguage): string {
  return NOTES[foreign][spoken];
}
