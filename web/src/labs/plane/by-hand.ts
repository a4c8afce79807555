/** That a run has been changed by hand in its middle, and what that means for its link. */
import { html, nothing } from 'lit';
import { formatCount } from '../../shell/format.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import type { ByHand } from '../frame/result-file.ts';

/** So many of the last changes are named. */
const named = 4;

function nameOf(field: string): string {
  if (field.startsWith('parameters')) return words.byHand.weight;
  if (field === 'task.points') return words.byHand.points;
  if (field === 'training.l1') return words.l1;
  return field === 'training.l2' ? words.l2 : words.learningRate;
}

export function byHandView(changes: readonly ByHand[]) {
  if (changes.length === 0) return nothing;
  const all = changes.map(({ field, epoch }) => words.byHand.at(nameOf(field), formatCount(Math.floor(epoch))));
  // Of what happens again and again within an epoch one is told.
  const last = all.filter((text, k) => all.indexOf(text) === k).slice(-named);
  return html`<p class="notice mild by-hand">${words.byHand.told(last)}</p>`;
}
