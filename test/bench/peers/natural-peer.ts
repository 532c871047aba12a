import { BayesClassifier, LogisticRegressionClassifier } from 'natural/lib/natural/classifiers/index.js';
import { PorterStemmer, PorterStemmerNl } from 'natural/lib/natural/stemmers/index.js';
import { firstItems, HITS, type Peer } from './peer.js';

export interface NaturalOptions {
  readonly classifier: 'bayes' | 'logistic';
  readonly language: string;
}

/**
 * natural's classifiers: one class an answer, its questions as examples, words stemmed in the items' language. What a
 * class is worth is a likelihood (Bayes) or a probability of its own (logistic regression).
 * Source: natural's documents, "Classifiers".
 */
export function createNaturalPeer({ classifier: kind, language }: NaturalOptions): Peer {
  const stemmer = language === 'nl' ? PorterStemmerNl : PorterStemmer;
  const classifier =
    kind === 'bayes' ? new BayesClassifier(stemmer) : new LogisticRegressionClassifier(stemmer);
  let itemOfAnswer: number[] = [];
  return {
    build(items) {
      itemOfAnswer = firstItems(items);
      for (const { question, answerNumber } of items) {
        classifier.addDocument(question, String(answerNumber));
      }
      classifier.train();
    },
    search(question) {
      return classifier
        .getClassifications(question)
        .slice(0, HITS)
        .map(({ label, value }) => ({ itemIndex: itemOfAnswer[Number(label)] ?? -1, score: value }))
        .filter(({ score }) => score > 0);
    },
  };
}
