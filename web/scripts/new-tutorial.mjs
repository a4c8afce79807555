// Begins a tutorial: writes tutorials/NAME.md with a head and one of each directive, ready to build.
//   node web/scripts/new-tutorial.mjs NAME [FOLDER]      FOLDER: the project's root, this one without it

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [name = '', project = fileURLToPath(new URL('../../', import.meta.url))] =
  process.argv.slice(2);

function refuse(message) {
  console.error(`new-tutorial: ${message}`);
  process.exit(2);
}

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  refuse(
    `the name is "${name}"; allowed: small letters, digits and hyphens, as in "two-moons", which becomes tutorials/two-moons.html`,
  );
}
if (name === 'index') refuse('the name is "index", the page that lists the chapters');
const file = path.join(project, 'tutorials', `${name}.md`);
if (existsSync(file)) refuse(`tutorials/${name}.md is there already, and stays as it is`);

const title = name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

writeFileSync(
  file,
  `---
title: "${title}"
summary: One or two sentences for lists and search engines. What happens here, and what will the reader see?
goal: What the reader will be able to do afterwards, in one sentence.
minutes: 15
paper: The work that this rests on, with the section and the figure.
# order: 8    the chapter's number in the course; without it the page stands by itself
---

## Something to play with

Open with what happens, not with notation. A [[gain]] of 0.85 is small.

::: lab id=play preset=xor/rich set="network.width=100 training.learning_rate=0.03 training.epochs=2500" show="plane" label="Lab: what it shows, in words"
A caption: what to press, and what to look at.
:::

What has happened? A phrase can set the lab: try [another seed]{set="seed=3" lab=play run}.

## A question

::: predict id=groups kind=choice lab=asked measure=clusters
How many groups will the four points form?

- [2] Two
  Said to whoever chose this answer, once the run is over.
- [4] Four
:::

::: lab id=asked preset=xor/rich set="network.width=100 training.learning_rate=0.03 training.epochs=2500" show="plane matrices" locked=groups label="Lab: waits for the prediction"
It opens when the question above is answered.
:::

::: reveal for=groups
What happened, and why. Try several seeds before you write "always", and say how many you tried.
:::

## A formula

Symbols take the colours of their curves: $\\h = |\\Delta h|^2$, and so do words: [the hidden distance]{symbol=h}.

$$
\\h' = -\\eta_h X \\w
$$

::: fold title="Where it comes from"
What not everybody needs.
:::

::: aside title="By the way"
A remark set apart.
:::

## Try it

::: checkpoint id=apart lab=asked needs="clusters=4 loss<0.05"
Find settings with which the four points stay apart, though the task is learnt.

::: hint
The first hint says where to look.
:::

::: hint
The second nearly tells.
:::
:::

## What was shown, and what was not

- What the labs showed.
- What nobody has shown here. More in [the two-point lab](../two-points.html).
`,
);

console.log(`tutorials/${name}.md is written, with a head and one of each directive.

Next:
  ./dev preview                    serves the site; saving the file reloads tutorials/${name}.html
  tutorials/README.md              every directive, and what each lab measures
  node web/scripts/tutorial-stills.mjs   pictures for print, once its labs have still="NAME"
  ./dev build                      stops at any fault, with file and line`);
