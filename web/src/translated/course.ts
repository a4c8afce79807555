/** The list of chapters in another language than English. */
import { useLanguage } from '../strings/language.ts';

await useLanguage(document.documentElement.lang);
await Promise.all([import('../shell/shell.ts'), import('../pages/course.ts')]);
