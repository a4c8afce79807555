import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compileTutorial } from '../../web/build/tutorials/compile.mjs';
import { coursePage } from '../../web/build/tutorials/course-page.mjs';
import { TutorialError } from '../../web/build/tutorials/failures.mjs';
import { withoutUnusedFormulas } from '../../web/build/tutorials/formula-styles.mjs';
import { readGlossary } from '../../web/build/tutorials/glossary.mjs';
import { MathSetter } from '../../web/build/tutorials/math.mjs';
import { tutorialPage } from '../../web/build/tutorials/page.mjs';
import { SpecChecker } from '../../web/build/tutorials/spec-check.mjs';

const HEAD = `---
title: A title
summary: A summary
goal: A goal
minutes: 12
paper: A paper
---
`;
const HEAD_LINES = HEAD.split('\n').length - 1;

const spec = {
  version: 1,
  task: { kind: 'xor' },
  network: { kind: 'mlp', width: 500, hidden_layers: 20, activation: 'leaky_relu', gain: 0.85 },
  training: { optimizer: 'sgd', learning_rate: 0.015, batch: 'full', epochs: 3000, loss: 'mse' },
  observe: { layer: 10, every: 10 },
  seed: 1,
};
const presets = {
  presets: [
    { name: 'xor/rich', title: 'Rich', summary: '', spec },
    {
      name: 'two-points/default',
      title: 'Default',
      summary: '',
      spec: { ...spec, task: { kind: 'two_points', dx2: 1, dy2: 0.5 } },
    },
    {
      name: 'digits/few',
      title: 'Digits',
      summary: '',
      spec: {
        ...spec,
        task: { kind: 'images', classes: [0, 1] },
        observe: { ...spec.observe, points: [0, 1] },
      },
    },
    { name: 'moons/two', title: 'Moons', summary: '', spec: { ...spec, task: { kind: 'moons' } } },
  ],
};
const schema = {
  type: 'object',
  properties: {
    network: {
      type: 'object',
      properties: {
        width: { type: 'integer', minimum: 1, maximum: 4096 },
        activation: { enum: ['leaky_relu', 'relu'] },
        gain: { type: 'number', exclusiveMinimum: 0 },
      },
    },
  },
};

function site() {
  return {
    checker: new SpecChecker(presets, schema),
    setter: new MathSetter(),
    glossary: readGlossary(
      'gain:\n  title: gain\n  text: "A factor $g$ on the weights."\n',
      'glossary.yaml',
    ),
    pages: new Set(['two-points.html', 'tutorials/xor.html']),
    stills: new Set(['a-still']),
    page: 'tutorials/xor.html',
  };
}

const compile = (text, place = site()) => compileTutorial(HEAD + text, 'tutorials/t.md', place);

/** Compiles a faulty text and returns its faults as [line in the text, message]. */
function faultsOf(text) {
  try {
    compile(text);
  } catch (error) {
    assert.ok(error instanceof TutorialError, error.stack);
    for (const fault of error.faults) assert.equal(fault.file, 'tutorials/t.md');
    return error.faults.map((fault) => [fault.line - HEAD_LINES, fault.message]);
  }
  return [];
}

const LAB = '::: lab id=main preset=xor/rich\nA lab.\n:::\n';
const QUESTION = `::: predict id=q kind=choice lab=main measure=clusters
How many?

- [2] Two
  because of *this*
- [4] Four
:::
`;

test('prose, headings and contents', () => {
  const { body, contents } = compile(
    '## First things\n\nWords with *stress*.\n\n### Deeper\n\n## Second\n',
  );
  assert.match(body, /<h2 id="first-things">First things<\/h2>/);
  assert.match(body, /<h3 id="deeper">/);
  assert.match(body, /<em>stress<\/em>/);
  assert.deepEqual(contents, [
    { id: 'first-things', title: 'First things' },
    { id: 'second', title: 'Second' },
  ]);
});

test('HTML in a tutorial is text, never markup', () => {
  assert.match(compile('<script>alert(1)</script>').body, /&lt;script&gt;/);
});

test('formulas carry MathML and no style attribute, and every class has its rule', () => {
  const place = site();
  const { body } = compile(
    'An $\\h_{ij}$ and\n\n$$\n\\h_\\infty = \\frac{A}{2} + \\sqrt{\\frac{A^2}{4} + B^2}\n$$\n',
    place,
  );
  assert.match(body, /<math /);
  assert.match(body, /data-symbol="h"/);
  assert.doesNotMatch(body, /\sstyle=/);
  const classes = new Set([...body.matchAll(/(?<=class="(?:[^"]* )?)k(?!atex")[0-9a-z]{5}(?=[ "])/g)].map(([name]) => name));
  assert.ok(classes.size > 5);
  for (const name of classes) assert.ok(place.setter.css().includes(`.${name}{`), name);
});

test('of the style sheet of formulas there is what theirs need, faces of fonts included, and nothing else', () => {
  const whole = readFileSync('node_modules/katex/dist/katex.min.css', 'utf8');
  const place = site();
  compile('Let $\\h_{ij} = \\sqrt{\\left(\\frac{a}{b}\\right)}$.', place);
  const plain = withoutUnusedFormulas(whole, place.setter.classes);
  assert.ok(plain.length < whole.length / 2, `${plain.length} of ${whole.length}`);
  const rulesOf = (css, name) => [...css.matchAll(/([^{}]+)\{[^{}]*\}/g)].map(([rule]) => rule).filter((rule) => rule.includes(`.katex .${name}`));
  for (const name of ['mathnormal', 'vlist-t', 'hide-tail', 'vlist-s', 'msupsub', 'nulldelimiter']) {
    assert.ok(place.setter.classes.has(name), name);
    assert.ok(rulesOf(whole, name).length > 0, name);
    assert.deepEqual(rulesOf(plain, name), rulesOf(whole, name), name);
  }
  assert.match(plain, /KaTeX_Math-Italic/);
  assert.match(plain, /KaTeX_Main-Regular/);
  assert.doesNotMatch(plain, /KaTeX_AMS|KaTeX_Main-Bold|mathbb|\.cd-vert-arrow/);
  // One bold letter and one of the blackboard bring their faces.
  compile('Let $\\mathbf{x} \\in \\mathbb{R}$.', place);
  const more = withoutUnusedFormulas(whole, place.setter.classes);
  for (const face of ['AMS-Regular', 'Main-Bold']) assert.match(more, new RegExp(`@font-face[^}]*KaTeX_${face}\\.woff2`));
  assert.doesNotMatch(more, /KaTeX_Main-BoldItalic|KaTeX_Fraktur/);
});

test('a screen reader hears bars and stars, not signs of division and of an operator', () => {
  const { body } = compile('Let $Y = |\\Delta y^*|^2$.');
  const [mathml] = /<math\b.*?<\/math>/s.exec(body);
  assert.doesNotMatch(mathml, /[∣∗]/);
  assert.match(mathml, /<mi mathvariant="normal">\|<\/mi>/);
  assert.match(mathml, /<mo>\*<\/mo>/);
});

test('the same style has the same class in every tutorial', () => {
  const [first, second] = [new MathSetter(), new MathSetter()];
  second.render('\\frac{a}{b}', true);
  assert.equal(first.render('x^2', false), second.render('x^2', false));
});

test('a dollar sign that opens no formula stays one', () => {
  assert.match(compile('It costs 5$ or 6 $ or \\$x\\$.').body, /5\$ or 6 \$ or \$x\$/);
});

test('a lab becomes its element, its body the caption', () => {
  const { body } = compile(
    '::: lab id=a preset=xor/rich set="network.width=100 seed=2" show="plane loss"\nSee *this*.\n:::\n',
  );
  assert.match(
    body,
    /<reprise-xor-lab id="a" preset="xor\/rich" set="network.width=100 seed=2" show="plane loss">/,
  );
  assert.match(body, /<figcaption>\s*<p>See <em>this<\/em>/);
});

test('a lab carries its still picture for readers without scripts', () => {
  const { body, labs } = compile(
    '::: lab id=a preset=xor/rich still=a-still label="What it shows"\n:::\n',
  );
  assert.match(
    body,
    /<img src="stills\/a-still.svg" alt="What it shows" loading="lazy" vite-ignore><\/reprise-xor-lab>/,
  );
  assert.equal(labs[0].still, 'a-still');
});

test('a choice question becomes radio buttons with feedback', () => {
  const { body } = compile(LAB + QUESTION);
  assert.match(
    body,
    /<reprise-predict id="q" kind="choice" lab="main" measure="clusters" quantity="groups of hidden points" values="2 4">/,
  );
  assert.equal(body.match(/type="radio" name="q"/g).length, 2);
  assert.match(body, /<div class="feedback">\s*<p>because of <em>this<\/em><\/p>/);
});

test('directives nest, and fences inside them are left alone', () => {
  const { body } = compile(
    `${LAB}:::: checkpoint id=c lab=main needs="clusters=2 loss<0.01"\nDo it.\n\n::: hint\nSo.\n:::\n::::\n\n::: fold title="More"\n\`\`\`\n:::\n\`\`\`\n:::\n`,
  );
  assert.match(
    body,
    /<reprise-checkpoint id="c" lab="main" needs="clusters=2 loss&lt;0.01" quantities="groups of hidden points\|training loss">\s*<p>Do it.<\/p>\s*<details class="hint">/,
  );
  assert.match(body, /<details class="fold"><summary>More<\/summary>\s*<pre><code>:::\n<\/code>/);
});

test('phrases set the lab, symbols light up, terms open the glossary', () => {
  const { body, terms } = compile(
    `${LAB}\nTry [small *weights*]{set="network.gain=0.5" lab=main run} and [the distance]{symbol=h} and [[gain|this factor]].`,
  );
  assert.match(
    body,
    /<span role="button" tabindex="0" class="set-lab" data-lab="main" data-set="network.gain=0.5" data-run>small <em>weights<\/em><\/span>/,
  );
  assert.match(body, /<span class="symbol" data-symbol="h">the distance<\/span>/);
  assert.match(
    body,
    /<a class="term" href="#term-gain">this factor<\/a>/,
  );
  assert.equal(terms.length, 1);
  assert.match(terms[0].html, /<math /);
});

test('a setting may be a list, and a measure may have a digit in its name', () => {
  const { body, tasks } = compile(
    '::: lab id=a preset=digits/few set="observe.points=0,3 task.classes=4,9"\n:::\n' +
      '::: checkpoint id=c lab=a needs="r2_h>0.9"\nDo.\n:::\n',
  );
  assert.match(body, /<reprise-digits-lab id="a" preset="digits\/few" set="observe.points=0,3/);
  assert.deepEqual(tasks, { predictions: 0, exercises: 1, labs: 1 });
});

test('a translation speaks its own language around the author’s words', () => {
  const german = HEAD.replace('title:', 'language: de\ntitle:');
  const place = { ...site(), language: 'de', page: 'tutorials/xor.de.html' };
  const text = '::: lab id=a preset=xor/rich\n:::\n::: checkpoint id=c lab=a needs="loss<1"\nTu es.\n\n::: hint\nSo.\n:::\n:::\n';
  assert.match(compileTutorial(german + text, 'tutorials/t.de.md', place).body, />Hinweis</);
  assert.throws(
    () => compileTutorial(HEAD + text, 'tutorials/t.de.md', place),
    /t\.de\.md:1: the file's name says language "de"/,
  );
  const unknown = HEAD.replace('title:', 'language: xx\ntitle:');
  assert.throws(
    () => compileTutorial(unknown, 'tutorials/t.md', site()),
    /t\.md:2: there are no words for the language "xx"; there are de, en, es, fr or zh/,
  );
});

test('a translation that is older than its English source says so', () => {
  const german = HEAD.replace('title:', "language: de\nsource: '123456789012'\ntitle:");
  const place = { ...site(), language: 'de', page: 'tutorials/xor.de.html' };
  const tutorial = compileTutorial(german + 'Text.\n', 'tutorials/xor.de.md', place);
  const english = { path: 'tutorials/xor.html', title: 'Points & places' };
  assert.match(
    tutorialPage(tutorial, 'xor.de', { english }),
    /<aside class="note"><p>Der englische Text [^<]* <a href="xor\.html" hreflang="en" lang="en">Points &amp; places<\/a>/,
  );
  assert.doesNotMatch(tutorialPage(tutorial, 'xor.de'), /class="note"/);
});

test('the end of a line is a space, but not beside an ideograph', () => {
  assert.match(compile('one\ntwo\n').body, /one\ntwo/);
  assert.match(compile('一行，\n又一行\n在 $x$ 中\nReLU\n').body, /一行，又一行在 <span.*中ReLU/s);
});

test('the course lists the chapters of its language in their order, and leads to the other language', () => {
  const tasks = { predictions: 3, exercises: 1, labs: 4 };
  const head = (title, order) => ({ title, order, goal: 'G', summary: 'S', minutes: 10 });
  const chapters = [
    { name: 'one', path: 'tutorials/one.html', head: head('One', 1), tasks },
    { name: 'two', path: 'tutorials/two.html', head: head('Two & more', 2), tasks },
    { name: 'two.de', path: 'tutorials/two.de.html', head: head('Zwei', 2), tasks },
    { name: 'aside', path: 'tutorials/aside.html', head: { ...head('Aside'), order: undefined }, tasks },
  ];
  const english = coursePage(chapters, 'en', new Set());
  assert.deepEqual([...english.matchAll(/<h2><a href="([^"]+)">([^<]+)/g)].map(([, ...rest]) => rest), [
    ['one.html', 'One'],
    ['two.html', 'Two &amp; more'],
  ]);
  assert.match(english, /2 chapters, about 20 minutes/);
  assert.match(english, /3 predictions.*1 exercise</s);
  assert.match(english, /<reprise-progress tutorial="one" tasks="4">/);
  assert.match(english, /href="index\.de\.html" lang="de"/);
  assert.doesNotMatch(english, /teaching\.html/);
  const german = coursePage(chapters, 'de', new Set());
  assert.match(german, /<html lang="de">/);
  assert.match(german, /<reprise-progress tutorial="two" /);
  // What has no translation is listed as it is, and says that it is English.
  assert.deepEqual([...german.matchAll(/<h2([^>]*)><a href="([^"]+)">([^<]+)/g)].map(([, ...rest]) => rest), [
    [' lang="en"', 'one.html', 'One'],
    ['', 'two.de.html', 'Zwei'],
  ]);
});

test('the glossary holds only terms in use', () => {
  assert.deepEqual(compile('Nothing.').terms, []);
});

const FAULTS = {
  'unknown directive': ['\n::: labb id=a\n:::\n', 2, /unknown directive "labb"/],
  'directive not closed': ['words\n\n::: aside\nwords\n', 3, /not closed/],
  'stray end of a directive': ['words\n\n:::\n', 3, /closes nothing/],
  'unknown attribute': [
    '::: lab id=a preset=xor/rich colour=red\n:::\n',
    1,
    /unknown attribute "colour"/,
  ],
  'attribute given twice': ['::: lab id=a id=b preset=xor/rich\n:::\n', 1, /"id" is given twice/],
  'unreadable attribute': ['::: lab id=a preset="xor/rich\n:::\n', 1, /cannot read the attribute/],
  'missing attribute': ['::: lab id=a\n:::\n', 1, /needs the attribute "preset"/],
  'unknown preset': [
    '\n\n::: lab id=a preset=xor/poor\n:::\n',
    3,
    /unknown preset "xor\/poor"; there are xor\/rich/,
  ],
  'unknown field': [
    '::: lab id=a preset=xor/rich set="network.gian=2"\n:::\n',
    1,
    /unknown field "network.gian"/,
  ],
  'value out of range': [
    '::: lab id=a preset=xor/rich set="network.width=0"\n:::\n',
    1,
    /network.width must be >= 1/,
  ],
  'value of the wrong kind': [
    '::: lab id=a preset=xor/rich set="network.activation=sine"\n:::\n',
    1,
    /network.activation .*leaky_relu, relu/,
  ],
  'setting without value': [
    '::: lab id=a preset=xor/rich set="seed"\n:::\n',
    1,
    /write field=value/,
  ],
  'unknown part': ['::: lab id=a preset=xor/rich show="moon"\n:::\n', 1, /no part "moon"/],
  'preset without a lab': [
    '::: lab id=a preset=moons/two\n:::\n',
    1,
    /no lab for tutorials/,
  ],
  'missing still picture': [
    '::: lab id=a preset=xor/rich still=none\n:::\n',
    1,
    /no still picture tutorials\/stills\/none.svg/,
  ],
  'id used twice': [`${LAB}${LAB}`, 4, /"main" is used twice/],
  'unknown kind of question': [
    `${LAB}::: predict id=q kind=guess lab=main\nWhat?\n:::\n`,
    4,
    /unknown kind of question/,
  ],
  'lab of an unknown kind': [
    '::: lab id=a kind=moon preset=xor/rich\n:::\n',
    1,
    /unknown kind of lab "moon"; there are two-points, xor/,
  ],
  'lab for another task': [
    '::: lab id=a kind=digits preset=xor/rich\n:::\n',
    1,
    /digits lab is for presets of images/,
  ],
  'number question about no number': [
    `${LAB}::: predict id=q kind=number lab=main\nHow many?\n:::\n`,
    4,
    /needs measure=/,
  ],
  'tolerance that allows nothing': [
    `${LAB}::: predict id=q kind=number lab=main measure=loss tolerance=0\nHow many?\n:::\n`,
    4,
    /tolerance="0" must be/,
  ],
  'tolerance of a choice': [
    `${LAB}${QUESTION.replace('measure=clusters', 'measure=clusters tolerance=0.1')}`,
    4,
    /tolerance is for questions of kind=number/,
  ],
  'question about no lab': [QUESTION, 1, /no lab "main"/],
  'question about nothing measured': [
    `${LAB}${QUESTION.replace('clusters', 'charm')}`,
    4,
    /nothing named "charm"/,
  ],
  'answer that is no number': [
    `${LAB}${QUESTION.replace('[2]', '[two]')}`,
    4,
    /\[two\] must be a number/,
  ],
  'answer given twice': [`${LAB}${QUESTION.replace('[2]', '[4]')}`, 9, /\[4\] is given twice/],
  'a single answer': [
    `${LAB}::: predict id=q kind=choice lab=main\nWhat?\n\n- [1] One\n:::\n`,
    5,
    /at least two answers/,
  ],
  'words between answers': [
    `${LAB}${QUESTION.replace('- [4]', 'stray\n- [4]')}`,
    9,
    /only answers/,
  ],
  'reveal of no question': ['::: reveal for=q\nSo.\n:::\n', 1, /no question "q"/],
  'lab locked by no question': [
    '::: lab id=a preset=xor/rich locked=q\n:::\n',
    1,
    /no question "q"/,
  ],
  'unreadable needs': [
    `${LAB}::: checkpoint id=c lab=main needs="clusters two"\n:::\n`,
    4,
    /cannot read needs/,
  ],
  'needs of nothing measured': [
    `${LAB}::: checkpoint id=c lab=main needs="charm=2"\n:::\n`,
    4,
    /does not measure "charm"/,
  ],
  'hint outside a checkpoint': ['::: hint\nSo.\n:::\n', 1, /must stand inside "checkpoint"/],
  'hint that runs the lab': [
    `${LAB}:::: checkpoint id=c lab=main needs="clusters=2"\nDo it.\n\n::: hint\n[So]{set="seed=2" lab=main run}\n:::\n::::\n`,
    8,
    /a phrase in a hint may set the lab, and not run it/,
  ],
  'phrase for no lab': [
    'one\n\ntwo\nand [small]{set="seed=2" lab=main}',
    4,
    /no lab "main"/,
  ],
  'phrase with an unknown field': [
    `${LAB}\n[small]{set="network.gian=2" lab=main}`,
    5,
    /unknown field "network.gian"/,
  ],
  'phrase for another lab': [
    `${LAB}\n[small]{preset=two-points/default lab=main}`,
    5,
    /for another lab/,
  ],
  'phrase without purpose': [`${LAB}\n[small]{lab=main}`, 5, /needs symbol=/],
  'unknown symbol': ['a [b]{symbol=charm}', 1, /unknown symbol "charm"/],
  'unknown term': ['words\n\nand\nthe [[gian]]', 4, /unknown glossary term "gian"; there are gain/],
  'faulty formula in a line': ['words\nand $\\frac{1$ so', 2, /faulty formula/],
  'faulty formula on its own': ['words\n\n$$\n\\nonsense\n$$\n', 3, /faulty formula/],
  'formula not closed': ['words\n\n$$\nx\n', 3, /not closed/],
  'formula inside a directive': [
    `words\n\n::: aside\n\nwords $\\frac{$\n:::\n`,
    5,
    /faulty formula/,
  ],
  'dead fragment': ['see\n[there](#nowhere)', 2, /#nowhere leads nowhere/],
  'dead page': ['see [there](../three-points.html)', 1, /three-points.html, which is no page/],
  'dead page in a table': [
    '| a |\n|---|\n| b |\n| [there](../three-points.html) |\n',
    4,
    /three-points.html, which is no page/,
  ],
  'page by its absolute address': ['see [there](/two-points.html)', 1, /must be relative/],
  'a title in the text': ['# Title\n', 1, /the title is in the front matter/],
  'two headings alike': ['## A\n\n## A\n', 3, /two headings/],
};

for (const [name, [text, line, message]] of Object.entries(FAULTS)) {
  test(`fault: ${name}`, () => {
    const faults = faultsOf(text);
    assert.ok(
      faults.some(([at, words]) => at === line && message.test(words)),
      `expected line ${line}, ${message}; got ${JSON.stringify(faults)}`,
    );
  });
}

test('all faults of a file are told at once, in the order of its lines', () => {
  const faults = faultsOf('[[gian]]\n\n[x](#nowhere)\n\n::: nothing\n:::\n');
  assert.deepEqual(
    faults.map(([line]) => line),
    [1, 3, 5],
  );
});

test('good links are let through', () => {
  const text =
    '## Here\n\n[a](#here) [b](../two-points.html#preset=x) [c](xor.html) [d](https://arxiv.org/abs/2402.09142)';
  assert.deepEqual(faultsOf(text), []);
});

test('front matter: missing, unknown and wrong keys are told with their lines', () => {
  const bad = '---\ntitle: T\nsummary: S\ngoal: G\nminutes: soon\ncolour: red\n---\n';
  assert.throws(
    () => compileTutorial(bad, 'tutorials/t.md', site()),
    (error) => {
      const text = error.message;
      return (
        /t.md:5: .*"minutes" must be a number/.test(text) &&
        /t.md:6: unknown front matter key "colour"/.test(text) &&
        /t.md:1: .*"paper" is missing/.test(text)
      );
    },
  );
  assert.throws(
    () => compileTutorial('words', 't.md', site()),
    /t.md:1: a tutorial opens with front matter/,
  );
  assert.throws(
    () => compileTutorial('---\na: [\n---\n', 't.md', site()),
    /t.md:\d+: the front matter is not YAML/,
  );
});

test('a question for a number is held to the range of its measure', () => {
  const asked = (measure) => compile(`${LAB}::: predict id=q kind=number lab=main measure=${measure}\nHow many?\n:::\n`).body;
  assert.match(asked('clusters'), /measure="clusters" min="1" max="4"/);
  assert.match(asked('loss'), /measure="loss" min="0">/);
  const [[, message]] = faultsOf(`${LAB}::: predict id=q kind=choice lab=main measure=loss\nWhich?\n\n- [1] One\n- [2] Two\n:::\n`);
  assert.match(message, /nothing named "loss" for a choice question/);
});

test('a faulty glossary names its line', () => {
  assert.throws(
    () => readGlossary('a:\n  title: A\n  text: x\nb:\n  title: B\n', 'g.yaml'),
    /g.yaml:4: the entry "b" needs a title and a text/,
  );
});
