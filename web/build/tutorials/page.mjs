// The HTML page around a compiled tutorial. The site's header and footer come from its shell.

import { escapeHtml } from './attributes.mjs';

/**
 * @param {ReturnType<typeof import('./compile.mjs').compileTutorial>} tutorial
 * @param {string} name as in the address, "xor"
 */
export function tutorialPage({ head, body, contents, terms }, name) {
  return `<!doctype html>
<html lang="${escapeHtml(head.language ?? 'en')}">
<head>
<title>${escapeHtml(head.title)} · Reprise</title>
<meta name="description" content="${escapeHtml(head.summary)}">
<script type="module" src="/src/tutorial/page.ts"></script>
</head>
<body>
<main id="main" class="tutorial" data-tutorial="${escapeHtml(name)}">
<header class="tutorial-head">
<p class="kicker">Tutorial <span>${head.minutes} minutes</span></p>
<h1>${escapeHtml(head.title)}</h1>
<p class="goal"><strong>Goal.</strong> ${escapeHtml(head.goal)}</p>
</header>
<nav class="contents" aria-label="On this page">
<ol>
${contents.map(({ id, title }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`).join('\n')}
</ol>
</nav>
<article class="prose">
${body}
<reprise-answers></reprise-answers>
<p class="paper">Rests on ${escapeHtml(head.paper)}</p>
</article>
${glossary(terms)}
</main>
</body>
</html>
`;
}

function glossary(terms) {
  if (terms.length === 0) return '';
  const entries = [...terms]
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map(
      ({ key, title, html }) =>
        `<div class="term-entry" id="term-${escapeHtml(key)}" popover><p><dfn>${escapeHtml(title)}</dfn> ${html}</p></div>`,
    );
  return `<section class="glossary" aria-label="Glossary">\n<h2 class="print-only">Glossary</h2>\n${entries.join('\n')}\n</section>`;
}
