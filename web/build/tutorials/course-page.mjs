// The page that lists the chapters of a language, made from their heads: tutorials/index.html.

import { posix } from 'node:path';
import { counted, fill, languages, pageWords } from '../page-words.mjs';
import { escapeHtml } from './attributes.mjs';
import { chapterOf, coursePath, languageOf } from './course.mjs';

/**
 * @param {{ name: string, path: string, head: object,
 *   tasks: { predictions: number, exercises: number, labs: number } }[]} tutorials in the order of the course
 * @param {string} language
 * @param {Set<string>} pages every page of the site
 */
export function coursePage(tutorials, language, pages) {
  const words = pageWords(language);
  const course = tutorials.filter(({ head }) => head.order !== undefined);
  const orders = [...new Set(course.map(({ head }) => head.order))];
  // A chapter that has no translation is listed as it is, and opens in a page of this language.
  const own = orders.flatMap((order) => {
    const versions = course.filter(({ head }) => head.order === order);
    return (
      versions.find(({ name }) => languageOf(name) === language) ??
      versions.find(({ name }) => languageOf(name) === 'en') ??
      []
    );
  });
  const codes = languages();
  const minutes = own.reduce((sum, { head }) => sum + head.minutes, 0);
  const text = (value) => escapeHtml(value);
  return `<!doctype html>
<html lang="${text(language)}">
<head>
<title>${text(words.course.title)} · Reprise</title>
<meta name="description" content="${text(words.course.description)}">
<link rel="stylesheet" href="/src/pages/course.css">
<script type="module" src="/src/pages/course.ts"></script>
</head>
<body>
<main id="main" class="course">
<p class="kicker">${text(fill(words.course.total, { chapters: own.length, minutes }))}${codes
    .filter((code) => code !== language)
    .map(
      (code) =>
        ` <a class="language" href="${beside(coursePath(code))}" lang="${code}" hreflang="${code}">${text(pageWords(code).language.read)}</a>`,
    )
    .join('')}</p>
<h1>${text(words.course.title)}</h1>
<p class="lede">${text(words.course.lede)}</p>
<ol class="chapters">
${own.map((tutorial) => entry(tutorial, language, words)).join('\n')}
</ol>
<reprise-predictions></reprise-predictions>
${pages.has('teaching.html') ? `<p><a href="../teaching.html">${text(words.course.teaching)}</a></p>` : ''}
</main>
</body>
</html>
`;
}

/** Every tutorial, and every list of them, lies in the same folder. */
const beside = (path) => escapeHtml(posix.basename(path));

function entry({ head, name, path, tasks }, language, words) {
  const { predictions, exercises, labs } = tasks;
  const doing = [
    fill(words.chapter.minutes, { minutes: head.minutes }),
    predictions > 0 && counted(words.course.predictions, predictions, language),
    exercises > 0 && counted(words.course.exercises, exercises, language),
    labs > 0 && counted(words.course.labs, labs, language),
  ].filter(Boolean);
  const foreign = languageOf(name) === language ? '' : ` lang="${languageOf(name)}"`;
  return `<li class="chapter">
<span class="number" aria-hidden="true">${head.order}</span>
<div>
<h2${foreign}><a href="${beside(path)}">${escapeHtml(head.title)}</a></h2>
<p class="goal"${foreign}>${escapeHtml(head.goal)}</p>
<p class="summary"${foreign}>${escapeHtml(head.summary)}</p>
<p class="doing">${doing.map((text) => `<span>${escapeHtml(text)}</span>`).join(' ')}</p>
<reprise-progress tutorial="${escapeHtml(chapterOf(name))}" tasks="${predictions + exercises}"></reprise-progress>
</div>
</li>`;
}
