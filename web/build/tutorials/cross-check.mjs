// Checks that need the whole tutorial: what refers to what.

import { posix } from 'node:path';
import { LABS, labName } from './labs.mjs';
import { oneOf } from './failures.mjs';

/** "clusters=2 loss<0.01" as conditions; `null` for a part that cannot be read. */
export function parseNeeds(text) {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => {
      const match = /^([a-z_][a-z0-9_]*)(<=|>=|=|<|>)(-?[\d.eE+-]+)$/.exec(part);
      if (!match || !Number.isFinite(Number(match[3]))) return null;
      return { measure: match[1], relation: match[2], value: Number(match[3]) };
    });
}

/**
 * @param {{ directives: object[], links: object[], settings: object[], ids: Set<string> }} found
 * @param {import('./compile.mjs').Site} site
 */
export function crossCheck(found, site, faults) {
  const byId = new Map();
  for (const directive of found.directives) {
    const { id } = directive.attributes;
    if (id === undefined) continue;
    if (!/^[a-z][a-z0-9-]*$/.test(id))
      faults.add(directive.line, `the id "${id}" must be of small letters, digits and hyphens`);
    if (byId.has(id))
      faults.add(
        directive.line,
        `the id "${id}" is used twice (first in line ${byId.get(id).line})`,
      );
    else byId.set(id, directive);
  }
  const labs = new Map([...byId].filter(([, directive]) => directive.name === 'lab'));
  const questions = new Map([...byId].filter(([, directive]) => directive.name === 'predict'));
  for (const directive of found.directives) {
    if (directive.name === 'lab') checkLab(directive, questions, site, faults);
    if (directive.name === 'predict') checkQuestion(directive, labs, site.checker, faults);
    if (directive.name === 'checkpoint') checkCheckpoint(directive, labs, site.checker, faults);
    if (directive.name === 'reveal')
      refer(directive.attributes.for, questions, 'question', directive.line, faults);
  }
  const hints = found.directives.filter(({ name }) => name === 'hint');
  for (const use of found.settings) {
    checkSettings(use, labs, site.checker, faults);
    // The exercise would be done by reading.
    if (use.run === 'true' && hints.some(({ line, end }) => line < use.line && use.line < end)) {
      faults.add(use.line, 'a phrase in a hint may set the lab, and not run it: take away "run"');
    }
  }
  for (const link of found.links)
    checkLink(link, new Set([...found.ids, ...byId.keys()]), site, faults);
}

function checkLab({ attributes, line }, questions, { checker, stills }, faults) {
  const { preset, set, show, locked, still } = attributes;
  if (still !== undefined && stills && !stills.has(still)) {
    faults.add(
      line,
      `there is no still picture tutorials/stills/${still}.svg; web/scripts/tutorial-stills.mjs makes it`,
    );
  }
  if (preset === undefined) return;
  const unknown = checker.presetFault(preset);
  if (unknown) return void faults.add(line, unknown);
  for (const fault of checker.settingFaults(preset, set ?? '')) faults.add(line, fault);
  if (attributes.kind !== undefined && !(attributes.kind in LABS)) {
    return void faults.add(
      line,
      `unknown kind of lab "${attributes.kind}"; there are ${oneOf(Object.keys(LABS))}`,
    );
  }
  const kind = labName(attributes, checker);
  if (!kind) {
    const tasks = [...new Set(Object.values(LABS).map(({ task }) => task))];
    return void faults.add(
      line,
      `preset "${preset}" has no lab for tutorials; presets for ${oneOf(tasks)} have`,
    );
  }
  const { task, also = [] } = LABS[kind];
  if (![task, ...also].includes(checker.kindOf(preset))) {
    faults.add(
      line,
      `the ${kind} lab is for presets of ${oneOf([task, ...also])}, and "${preset}" is one of ${checker.kindOf(preset)}`,
    );
  }
  for (const part of (show ?? '').split(/[\s,]+/).filter(Boolean)) {
    if (!Object.hasOwn(LABS[kind].parts, part)) {
      faults.add(
        line,
        `the ${kind} lab has no part "${part}" to show; there are ${oneOf(Object.keys(LABS[kind].parts))}`,
      );
    }
  }
  if (locked !== undefined) refer(locked, questions, 'question', line, faults);
}

function checkQuestion(directive, labs, checker, faults) {
  const { attributes, line } = directive;
  const { kind, lab: labId, measure } = attributes;
  const kinds = ['choice', 'draw', 'matrix', 'number'];
  if (kind !== undefined && !kinds.includes(kind))
    faults.add(line, `unknown kind of question "${kind}"; there are ${oneOf(kinds)}`);
  const lab = refer(labId, labs, 'lab', line, faults);
  const name = lab && labName(lab.attributes, checker);
  if (!name) return;
  const { measures } = LABS[name];
  const offered = {
    choice: Object.keys(measures).filter((one) => measures[one].whole),
    number: Object.keys(measures),
    draw: Object.keys(LABS[name].curves),
    matrix: LABS[name].matrices,
  }[kind];
  if (offered && measure !== undefined && !offered.includes(measure)) {
    faults.add(
      line,
      `the ${name} lab has nothing named "${measure}" for a ${kind} question; there are ${oneOf(offered)}`,
    );
  }
  if (kind === 'draw' && measure === undefined)
    faults.add(line, 'a drawn question needs measure=…, the curve it is compared with');
  if (kind === 'number') checkNumber(attributes, line, faults);
  else if (attributes.tolerance !== undefined)
    faults.add(line, 'tolerance is for questions of kind=number');
  if (kind === 'choice' && measure !== undefined) {
    for (const value of directive.values ?? []) {
      if (!Number.isFinite(Number(value)))
        faults.add(line, `the answer [${value}] must be a number, as ${measure} is one`);
    }
  }
  const { preset, set } = attributes;
  if (preset !== undefined || set !== undefined)
    checkSettings({ lab: labId, preset, set, line }, labs, checker, faults);
}

function checkNumber({ measure, tolerance }, line, faults) {
  if (measure === undefined)
    faults.add(line, 'a number question needs measure=…, the number it is compared with');
  if (tolerance !== undefined && !(Number(tolerance) > 0))
    faults.add(
      line,
      `tolerance="${tolerance}" must be a share of the measured number above 0, as 0.2 for a fifth`,
    );
}

function checkCheckpoint({ attributes, line }, labs, checker, faults) {
  const lab = refer(attributes.lab, labs, 'lab', line, faults);
  const name = lab && labName(lab.attributes, checker);
  for (const need of parseNeeds(attributes.needs ?? '')) {
    if (!need)
      faults.add(
        line,
        `cannot read needs="${attributes.needs}"; write measure<number, measure=number or the like`,
      );
    else if (name && !(need.measure in LABS[name].measures)) {
      faults.add(
        line,
        `the ${name} lab does not measure "${need.measure}"; it measures ${oneOf(Object.keys(LABS[name].measures))}`,
      );
    }
  }
}

function checkSettings({ lab: labId, preset, set, line }, labs, checker, faults) {
  const lab = refer(labId, labs, 'lab', line, faults);
  if (!lab) return;
  if (preset !== undefined) {
    const unknown = checker.presetFault(preset);
    if (unknown) return void faults.add(line, unknown);
    if (checker.kindOf(preset) !== checker.kindOf(lab.attributes.preset)) {
      faults.add(line, `preset "${preset}" is for another lab than "${labId}"`);
    }
  }
  for (const fault of checker.settingFaults(preset ?? lab.attributes.preset, set ?? ''))
    faults.add(line, fault);
}

function checkLink({ href, line }, ids, site, faults) {
  if (/^(https:|mailto:)/.test(href)) return;
  if (/^[a-z]+:/i.test(href) || href.startsWith('/')) {
    faults.add(line, `the link ${href} must be relative, or begin with https:`);
    return;
  }
  const [path, fragment] = href.split('#');
  if (path === '') {
    if (!ids.has(decodeURIComponent(fragment)))
      faults.add(line, `the link #${fragment} leads nowhere in this tutorial`);
    return;
  }
  const target = posix.normalize(posix.join(posix.dirname(site.page), path.split('?')[0]));
  if (!site.pages.has(target))
    faults.add(line, `the link ${href} leads to ${target}, which is no page of the site`);
}

function refer(id, known, what, line, faults) {
  if (id === undefined) return undefined;
  if (known.has(id)) return known.get(id);
  faults.add(
    line,
    `there is no ${what} "${id}" in this tutorial${known.size ? `; there are ${oneOf(known.keys())}` : ''}`,
  );
  return undefined;
}
