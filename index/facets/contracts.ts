/** By what items of a release are told apart, beside their texts. */
export type Facet = 'official' | 'topic' | 'product' | 'kind' | 'language';
