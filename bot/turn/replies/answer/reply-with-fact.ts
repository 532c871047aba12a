import { parseAnswer } from '../../../../index/answers/parse-answer.js';
import type { SpokenLanguage } from '../../../contracts/messages.js';
import { plainTree, said } from '../../../said.js';
import { phrasesOf } from '../../phrases/phrases-of.js';
import { topicWordsOf } from '../../understanding/topic-words.js';
import { botMessage } from '../bot-message.js';
import { waitingChoices } from '../choices.js';
import { dropOffer } from '../handover/handoff-move.js';
import type { Reply, ReplyParts } from '../reply.js';

/** What the company says of itself, in its name: no customer's words, so without author, source and "did this help?". */
export function replyWithFact(parts: ReplyParts<'tell-fact'>): Reply {
  const { decision, understanding, state, facts } = parts;
  const { language } = understanding;
  const whole = facts.companyFacts?.[decision.fact]?.[language].answer ?? '';
  const { wish } = understanding;
  const goesOn = wish.kind === 'company-fact' && state.toldFact === decision.fact;
  const answer = goesOn ? sentencesOn(wish.text, whole, language) : whole;
  const lead = phrasesOf(language).companySays({ company: facts.companyName });
  const words = said([...plainTree(lead), ...parseAnswer(answer)]);
  const choices = facts.handoff === 'waiting' ? waitingChoices(language) : [];
  return {
    messages: [botMessage(facts.botName, language, words, { choices })],
    changes: { openChoices: choices, misses: 0, offered: null, lastSaid: null, toldFact: decision.fact },
    handoff: dropOffer(facts),
  };
}

/** The sentences that name what is asked ("and on Sunday?"), for whoever has just read the whole; the whole where none does. */
function sentencesOn(text: string, whole: string, language: SpokenLanguage): string {
  const topics = topicWordsOf(text);
  const sentences = Array.from(
    new Intl.Segmenter(language, { granularity: 'sentence' }).segment(whole),
    ({ segment }) => segment.trim(),
  );
  const named = sentences.filter((sentence) => {
    const words = topicWordsOf(sentence);
    // "Sunday" names "Sundays".
    return topics.some((topic) => words.some((word) => word.startsWith(topic) || topic.startsWith(word)));
  });
  return named.length > 0 ? named.join(' ') : whole;
}
