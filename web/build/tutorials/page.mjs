// The HTML page around a compiled tutorial. The site's header and footer come from its shell.

import { posix } from 'node:path';
import { escapeHtml } from './attributes.mjs';
import { chapterOf, languageOf } from './course.mjs';
import { LABS } from './labs.mjs';
import { WORDS, wordsOf } from './words.mjs';

/**
 * @param {ReturnType<typeof import('./compile.mjs').compileTutorial>} tutorial
 * @param {string} name as in the address, "xor"
 * @param {object} [place] where it stands in the course (see course.mjs)
 * @param {string} [language] of the page around it, where the text is in English for want of a translation
 */
export function tutorialPage({ head, body, contents, terms, labs }, name, place = {}, language = head.language ?? 'en') {
  const words = wordsOf(language);
  // Which of its parts are in another language than the page; its labs are not.
  const text = (head.language ?? 'en') === language ? '' : ` lang="${escapeHtml(head.language ?? 'en')}"`;
  const article = text ? body.replaceAll(LAB_TAG, `$& lang="${escapeHtml(language)}"`) : body;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<title>${escapeHtml(head.title)} · Reprise</title>
<meta name="description" content="${escapeHtml(head.summary)}">
${scripts(labs)}
</head>
<body>
<main id="main" class="tutorial" data-tutorial="${escapeHtml(chapterOf(name))}">
<header class="tutorial-head">
${kicker(head, place, words)}
<h1${text}>${escapeHtml(head.title)}</h1>
<p class="goal"><strong>${words.goal}</strong> <span${text}>${escapeHtml(head.goal)}</span></p>
<reprise-chapter-progress></reprise-chapter-progress>
</header>${olderNote(place, words)}
<nav class="contents" aria-label="${escapeHtml(words.contents)}">
<ol${text}>
${contents.map(({ id, title }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`).join('\n')}
</ol>
</nav>
<article class="prose"${text}>
${article}
<reprise-answers${text && ` lang="${escapeHtml(language)}"`}></reprise-answers>
<p class="paper">${escapeHtml(words.restsOn(head.paper))}</p>
${neighbours(place, words, language)}
</article>
${glossarySection(terms, words, text)}
</main>
</body>
</html>
`;
}

/**
 * The script of the chapter, and that of its first lab; other kinds of lab come once the reader sets out
 * (src/tutorial/later-labs.ts).
 */
function scripts(labs) {
  const modules = ['/src/tutorial/page.ts', ...labs.slice(0, 1).map(({ kind }) => LABS[kind].module)];
  return modules.map((module) => `<script type="module" src="${module}"></script>`).join('\n');
}

/** The elements whose words are the page's, whatever language its text is in. */
const LAB_TAG = new RegExp(`<(?:${Object.values(LABS).map(({ tag }) => tag).join('|')})(?=[\\s>])`, 'g');

/** Every tutorial lies in the same folder. */
const beside = (path) => escapeHtml(posix.basename(path));

function kicker(head, { number, total, contents, translations = [] }, words) {
  const position = escapeHtml(number === undefined ? words.tutorial : words.chapter(number, total));
  const place = contents ? `<a href="${beside(contents)}">${position}</a>` : position;
  const languages = translations
    .filter(({ language }) => language in WORDS)
    .map(
      ({ language, path }) =>
        `<a href="${beside(path)}" hreflang="${language}" lang="${language}">${escapeHtml(WORDS[language].name)}</a>`,
    );
  return `<p class="kicker">${place} <span>${escapeHtml(words.minutes(head.minutes))}</span>${languages.length > 0 ? ` <span class="languages" role="group" aria-label="${escapeHtml(words.languages)}">${languages.join(' ')}</span>` : ''}</p>`;
}

/** Says that the English text has changed since it was translated, and leads there. */
function olderNote({ english }, words) {
  if (!english) return '';
  return `\n<aside class="note"><p>${escapeHtml(words.older)} <a href="${beside(english.path)}" hreflang="en" lang="en">${escapeHtml(english.title)}</a></p></aside>`;
}

/** Says that a title is in another language than its page. */
function foreign(path, language) {
  const own = languageOf(posix.basename(path, '.html'));
  return own === language ? '' : ` lang="${own}"`;
}

function neighbours({ previous, next }, words, language) {
  if (!previous && !next) return '';
  const link = (to, rel, label) =>
    to
      ? `<a rel="${rel}" href="${beside(to.path)}"><span>${escapeHtml(label)}</span> <span class="to"${foreign(to.path, language)}>${to.number}. ${escapeHtml(to.title)}</span></a>`
      : '';
  return `<nav class="neighbours" aria-label="${escapeHtml(words.chapters)}">${link(previous, 'prev', words.previous)}${link(next, 'next', words.next)}</nav>`;
}

/** The entries that glossary words open. */
export function glossarySection(terms, words, text = '') {
  if (terms.length === 0) return '';
  const entries = [...terms]
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map(
      ({ key, title, html }) =>
        `<div class="term-entry" id="term-${escapeHtml(key)}" popover${text}><p><dfn>${escapeHtml(title)}</dfn> ${html}</p></div>`,
    );
  return `<section class="glossary" aria-label="${escapeHtml(words.glossary)}">\n<h2 class="print-only">${escapeHtml(words.glossary)}</h2>\n${entries.join('\n')}\n</section>`;
}
