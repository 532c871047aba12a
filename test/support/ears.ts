import type { Ears } from '../../bot/turn/contracts.js';
import { openHearing } from '../../index/classifiers/open-hearing.js';

/** The bundled classifiers without a vector, as where none can be had: by words and letters alone. */
export const ears: Ears = { hear: openHearing(), vectors: null };
