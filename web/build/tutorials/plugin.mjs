// Brings the tutorials into the site: reads tutorials/*.md, compiles them, and offers their pages
// and the style sheet of their formulas to Vite.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { languages } from '../page-words.mjs';
import { chapterOf, coursePath, inOrder, languageOf, positions } from './course.mjs';
import { compileTutorial } from './compile.mjs';
import { compileDocuments, documentPaths } from './documents.mjs';
import { coursePage } from './course-page.mjs';
import { Fault, TutorialError } from './failures.mjs';
import { withoutUnusedFormulas } from './formula-styles.mjs';
import { readGlossary } from './glossary.mjs';
import { LABS } from './labs.mjs';
import { MathSetter } from './math.mjs';
import { tutorialPage } from './page.mjs';
import { SpecChecker } from './spec-check.mjs';
import { translationStates } from './translations.mjs';

const STYLE_ID = 'virtual:tutorial-math.css';
/** For pages that learn only at run time which labs they need: scripts by the element's name. */
const LABS_ID = 'virtual:tutorial-labs';

/**
 * Reads and compiles all tutorials of a project.
 *
 * @param {object} options
 * @param {string} options.project the project's root folder
 * @param {string[]} options.pages the site's other pages, as "two-points.html"
 * @param {boolean} [options.makingStills] whether still pictures may be missing
 * @returns {{ name: string, path: string, head: object, labs: object[], tasks: object, html: string,
 *   inLanguage?: (language: string) => string }[] &
 *   { css: string, formulaClasses: Set<string>, documents: { path: string, head: object, html: string }[] }} tutorials in the order of the course
 */
export function compileAll({ project, pages, makingStills = false }) {
  const folder = join(project, 'tutorials');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
    : [];
  if (files.length === 0) return Object.assign([], { css: '', formulaClasses: new Set(), documents: [] });
  const names = files.map((file) => basename(file, '.md'));
  const setter = new MathSetter();
  const site = {
    setter,
    checker: readSpecs(project),
    stills: makingStills
      ? null
      : new Set(stillFiles(project).map((name) => basename(name, '.svg'))),
    pages: new Set([
      ...pages,
      ...names.map((name) => `tutorials/${name}.html`),
      ...names.map((name) => coursePath(languageOf(name))),
      ...documentPaths(project),
    ]),
  };
  const faults = [];
  const compiled = [];
  const glossaries = new Map();
  const glossaryOf = (language) => {
    if (!glossaries.has(language)) glossaries.set(language, glossaryFor(project, language));
    return glossaries.get(language);
  };
  for (const [index, file] of files.entries()) {
    const name = names[index];
    const path = `tutorials/${name}.html`;
    const source = readFileSync(join(folder, file), 'utf8');
    try {
      const language = languageOf(name);
      const tutorial = compileTutorial(source, `tutorials/${file}`, {
        ...site,
        page: path,
        language,
        glossary: glossaryOf(language),
      });
      const { head, labs, tasks } = tutorial;
      compiled.push({ name, path, head, labs, tasks, tutorial });
    } catch (error) {
      if (!(error instanceof TutorialError)) throw error;
      faults.push(...error.faults);
    }
  }
  let documents = [];
  try {
    documents = compileDocuments(project, (language) => ({
      ...site,
      glossary: glossaryOf(language),
    }));
  } catch (error) {
    if (!(error instanceof TutorialError)) throw error;
    faults.push(...error.faults);
  }
  if (faults.length > 0) throw new TutorialError(faults);
  compiled.sort(inOrder);
  const places = positions(compiled, site.pages);
  const older = new Set(
    translationStates(project).flatMap(({ state, entry, file }) => (state === 'older' && !entry ? [file] : [])),
  );
  for (const entry of compiled) {
    const { tutorial, name } = entry;
    const english = older.has(`tutorials/${name}.md`) ? compiled.find((other) => other.name === chapterOf(name)) : undefined;
    const place = { ...places.get(name), english: english && { path: english.path, title: english.head.title } };
    entry.html = tutorialPage(tutorial, name, place);
    if (languageOf(name) === 'en') entry.inLanguage = (language) => tutorialPage(tutorial, name, place, language);
    delete entry.tutorial;
  }
  return Object.assign(compiled, { css: setter.css(), formulaClasses: setter.classes, documents });
}

/** The glossary of a language: tutorials/glossary.yaml in English, glossary.de.yaml in German and so on. */
function glossaryFor(project, language) {
  const name = language === 'en' ? 'glossary.yaml' : `glossary.${language}.yaml`;
  const file = join(project, 'tutorials', name);
  return existsSync(file)
    ? readGlossary(readFileSync(file, 'utf8'), relative(project, file))
    : new Map();
}

/** Attributes of every lab in the tutorials and the page of each, for the script that makes their still pictures. */
export function tutorialLabs(project) {
  const pages = readdirSync(join(project, 'web')).filter((name) => name.endsWith('.html'));
  return compileAll({ project, pages, makingStills: true }).flatMap(({ path, labs }) =>
    labs.map((lab) => ({ ...lab, path })),
  );
}

function stillFiles(project) {
  const folder = join(project, 'tutorials/stills');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.svg')) : [];
}

function readSpecs(project) {
  const folder = join(project, 'core/experiment');
  const presetFile = join(folder, 'presets.json');
  const schemaFile = join(folder, 'spec.schema.json');
  if (!existsSync(presetFile)) {
    throw new TutorialError([
      new Fault('core/experiment/presets.json', 1, 'the presets are missing'),
    ]);
  }
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  return new SpecChecker(read(presetFile), existsSync(schemaFile) ? read(schemaFile) : null);
}

/**
 * The tutorials as pages made at build time, for `virtualPages`, and the Vite plugin that serves
 * their formulas' styles and reloads the page when a tutorial is edited.
 *
 * @param {Parameters<typeof compileAll>[0]} options
 */
export function tutorials(options) {
  let compiled = compileAll(options);
  const pages = compiled.map(({ name, path, head }) => ({
    path,
    title: head.title,
    summary: head.summary,
    minutes: head.minutes,
    html: () => compiled.find((tutorial) => tutorial.name === name).html,
  }));
  for (const language of compiled.length > 0 ? languages() : []) {
    pages.push({
      path: coursePath(language),
      html: () => coursePage(compiled, language, new Set([...options.pages, ...documentPaths(options.project)])),
    });
  }
  for (const { path, head } of compiled.documents) {
    pages.push({
      path,
      title: head.title,
      summary: head.summary,
      html: () => compiled.documents.find((document) => document.path === path).html,
    });
  }
  // English for want of a translation, in a page of the language: so no link leads out of it.
  for (const { path, name, inLanguage } of [...compiled, ...compiled.documents]) {
    if (!inLanguage) continue;
    for (const language of languages()) {
      const own = path.replace(/\.html$/, `.${language}.html`);
      if (language === 'en' || pages.some((page) => page.path === own)) continue;
      pages.push({
        path: own,
        html: () =>
          [...compiled, ...compiled.documents].find((one) => one.path === path && one.name === name).inLanguage(language),
      });
    }
  }
  const plugin = {
    name: 'reprise:tutorials',
    enforce: 'pre',
    // Every browser that runs WebAssembly reads woff2: the other kinds of font file are dead weight.
    transform: (css, id) =>
      id.endsWith('katex.min.css')
        ? withoutUnusedFormulas(
            css.replaceAll(/,url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, ''),
            compiled.formulaClasses,
          )
        : null,
    resolveId: (source) => ([STYLE_ID, LABS_ID].includes(source) ? `\0${source}` : null),
    load(id) {
      if (id === `\0${STYLE_ID}`) return compiled.css;
      if (id !== `\0${LABS_ID}`) return null;
      const rows = Object.values(LABS).map(
        ({ tag, module }) => `'${tag}': () => import('${module}'),`,
      );
      return `export default {\n${rows.join('\n')}\n};\n`;
    },
    generateBundle() {
      for (const name of stillFiles(options.project)) {
        const source = readFileSync(join(options.project, 'tutorials/stills', name));
        this.emitFile({ type: 'asset', fileName: `tutorials/stills/${name}`, source });
      }
    },
    configureServer(server) {
      const folder = join(options.project, 'tutorials');
      server.middlewares.use('/tutorials/stills', (request, response, next) => {
        const name = basename((request.url ?? '').split('?')[0]);
        if (!stillFiles(options.project).includes(name)) return next();
        response.setHeader('Content-Type', 'image/svg+xml');
        response.end(readFileSync(join(folder, 'stills', name)));
      });
      const documents = join(options.project, 'web/documents');
      const own = (file) => file.startsWith(folder) || file.startsWith(documents);
      server.watcher.add(folder);
      // A page that comes or goes changes what the site is made of.
      for (const event of ['add', 'unlink']) {
        server.watcher.on(event, (file) => {
          if (own(file) && file.endsWith('.md')) void server.restart();
        });
      }
      server.watcher.on('change', (file) => {
        if (!own(file)) return;
        try {
          compiled = compileAll(options);
          server.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        } catch (error) {
          server.config.logger.error(String(error.message));
          server.ws.send({ type: 'error', err: { message: error.message, stack: '' } });
        }
      });
    },
  };
  return { pages, plugin };
}
