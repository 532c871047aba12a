/**
 * What the Send API takes at most (Messenger Platform, Send API and message templates), in characters. We count UTF-16
 * units: never fewer than the code points or clusters that Meta may count.
 */
export const MOST = {
  /** 2,000 by the documentation; the rest is left to doors that put something before the text. */
  text: 1_900,
  quickReplies: 13,
  quickReplyTitle: 20,
  payload: 1_000,
  buttonTitle: 20,
  buttonTemplateText: 640,
  elementTitle: 80,
  elementSubtitle: 80,
  /** No limit is told; longer addresses are said in words, where nothing can refuse them. */
  url: 1_000,
} as const;
