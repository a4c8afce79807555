/** Simplified Chinese. What is left out stays English. */
import type { Translation } from '../language.ts';

export default {} satisfies Translation;
