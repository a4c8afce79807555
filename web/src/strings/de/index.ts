/** German. */
import type { Translation } from '../language.ts';
import { course } from './course.ts';
import { labTools } from './lab-tools.ts';
import { shared } from './shared.ts';
import { tutorial } from './tutorial.ts';
import { xor } from './xor.ts';

export default { shared, labTools, course, tutorial, xor } satisfies Translation;
