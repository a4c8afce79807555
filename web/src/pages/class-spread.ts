/** How the answers of a class to one question spread: bars for choices and numbers, curves for drawings. */
import { html, nothing, type TemplateResult } from 'lit';
import '../chart/chart.ts';
import type { Series } from '../chart/series.ts';
import { formatNumber } from '../shell/format.ts';
import { classStrings } from '../strings/class.ts';
import { plainText, withUnit } from '../tutorial/question-text.ts';
import { topOf } from './chapter-questions.ts';
import { binned, correlations, type Given, type QuestionResult } from './class-results.ts';

const words = classStrings.spread;

interface Bar {
  label: string;
  count: number;
  /** What runs showed. */
  shown: boolean;
}

const bars = (rows: readonly Bar[]): TemplateResult => {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return html`<ul class="bars">
    ${rows.map(
      ({ label, count, shown }) => html`<li class=${shown ? 'shown' : ''}>
        <span class="label">${label}${shown ? html`<small>${words.shown}</small>` : nothing}</span>
        <span class="bar"><span style="width: ${(100 * count) / most}%"></span></span>
        <span class="count">${words.count(count)}</span>
      </li>`,
    )}
  </ul>`;
};

function choices({ element }: QuestionResult['question'], given: readonly Given[]): TemplateResult {
  const outcomes = new Set(given.map(({ answer }) => answer.outcome).filter((value) => value !== undefined).map(String));
  const offered = [...element.querySelectorAll<HTMLElement>('.choice[data-value]')];
  return bars(
    offered.map((choice) => {
      const value = choice.dataset.value!;
      const label = plainText(choice.querySelector('label')) ?? value;
      return { label, count: given.filter(({ answer }) => answer.value === value).length, shown: outcomes.has(value) };
    }),
  );
}

function histogram(values: readonly number[], unit: string): TemplateResult {
  const text = (value: number) => withUnit(value, unit);
  const labelled = binned(values).map(({ from, to, count }) => {
    return { label: from === to ? text(from) : words.between(formatNumber(from), text(to)), count, shown: false };
  });
  return bars(labelled);
}

function numbers({ element }: QuestionResult['question'], given: readonly Given[]): TemplateResult {
  const unit = element.getAttribute('unit') ?? '';
  const outcomes = given.map(({ answer }) => answer.outcome).filter((value) => typeof value === 'number');
  const [least, greatest] = [Math.min(...outcomes), Math.max(...outcomes)];
  const between = least === greatest ? withUnit(least, unit) : words.between(formatNumber(least), withUnit(greatest, unit));
  return html`${histogram(given.map(({ answer }) => Number(answer.value)), unit)}
  ${outcomes.length > 0 ? html`<p>${words.outcome(between)}</p>` : nothing}`;
}

function drawings({ element }: QuestionResult['question'], given: readonly Given[]): TemplateResult {
  const curve = (heights: readonly number[]) => ({ x: heights.map((_, k) => k / (heights.length - 1)), y: heights });
  const drawn = given.map(({ student, answer }): Series => {
    const name = words.student(student);
    return { id: name, label: '', name, ...curve(answer.value as number[]), colour: 'ink-muted', kind: 'measured', faint: true };
  });
  const outcome = given.map(({ answer }) => answer.outcome).find(Array.isArray) as number[] | undefined;
  const run: Series[] = outcome ? [{ id: 'run', label: words.run, name: words.run, ...curve(outcome), colour: 'accent', kind: 'measured' }] : [];
  return html`<reprise-chart
    .heading=${words.drawings(given.length)}
    .series=${[...drawn, ...run]}
    .xAxis=${{ title: words.time, min: 0, max: 1 }}
    .yAxis=${{ title: element.getAttribute('label') ?? '', min: 0, suggestedMax: topOf(element) }}
  ></reprise-chart>`;
}

export function spreadView({ question, given }: QuestionResult): TemplateResult {
  if (given.length === 0) return html`<p>${words.nobody}</p>`;
  if (question.kind === 'choice') return choices(question, given);
  if (question.kind === 'number') return numbers(question, given);
  if (question.kind === 'draw') return drawings(question, given);
  const values = correlations(given);
  return values.length > 0 ? html`<p>${words.matrix}</p>${histogram(values, '')}` : html``;
}
