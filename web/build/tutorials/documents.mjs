// Pages that are text and no chapters: web/documents/NAME.md becomes NAME.html. Written and checked as tutorials are.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { wordsOf } from './words.mjs';
import { escapeHtml } from './attributes.mjs';
import { compileTutorial } from './compile.mjs';
import { languageOf } from './course.mjs';
import { glossarySection } from './page.mjs';

const HEAD_KEYS = {
  title: { type: 'string', required: true },
  summary: { type: 'string', required: true },
  language: { type: 'string', required: false },
};

/** Paths of the pages that documents make, from the site's root. */
export function documentPaths(project) {
  return documentNames(project).map((name) => `${name}.html`);
}

function documentNames(project) {
  const folder = join(project, 'web/documents');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => basename(name, '.md'));
}

/**
 * Compiles every document.
 * @param {string} project
 * @param {(language: string) => Omit<import('./compile.mjs').Site, 'page'>} siteFor what documents of a language may refer to
 * @returns {{ path: string, head: object, html: string, inLanguage?: (language: string) => string }[]} `inLanguage`: the English
 *   text in a page of another language
 */
export function compileDocuments(project, siteFor) {
  return documentNames(project).map((name) => {
    const file = `web/documents/${name}.md`;
    const path = `${name}.html`;
    const language = languageOf(name);
    const site = { ...siteFor(language), page: path, language, headKeys: HEAD_KEYS };
    const compiled = compileTutorial(readFileSync(join(project, file), 'utf8'), file, site);
    return {
      path,
      head: compiled.head,
      html: documentPage(compiled, language),
      ...(language === 'en' && { inLanguage: (other) => documentPage(compiled, other, ' lang="en"') }),
    };
  });
}

function documentPage({ head, body, contents, terms }, language, text = '') {
  const words = wordsOf(language);
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<title>${escapeHtml(head.title)} · Reprise</title>
<meta name="description" content="${escapeHtml(head.summary)}">
<script type="module" src="/src/tutorial/document.ts"></script>
</head>
<body>
<main id="main" class="tutorial document">
<header class="tutorial-head"${text}>
<h1>${escapeHtml(head.title)}</h1>
<p class="goal">${escapeHtml(head.summary)}</p>
</header>
<nav class="contents" aria-label="${escapeHtml(words.contents)}">
<ol${text}>
${contents.map(({ id, title }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`).join('\n')}
</ol>
</nav>
<article class="prose"${text}>
${body}
</article>
${glossarySection(terms, words, text)}
</main>
</body>
</html>
`;
}
