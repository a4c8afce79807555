/** What h, y and w mean, under their curves. */
import { css, html } from 'lit';
import { quantities, type Quantity } from './pair-series.ts';

export const meaningsView = (meanings: Readonly<Record<Quantity, string>>) =>
  html`<ul class="meanings">
    ${quantities.map((q) => html`<li><var class=${q}>${q}</var>${meanings[q].startsWith('=') ? '' : ':'} ${meanings[q]}</li>`)}
  </ul>`;

/** In columns, for a lab that fills a page. */
export const meaningsStyles = css`
  .meanings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
    gap: var(--space-1) var(--space-4);
    margin: var(--space-3) 0 0;
    padding: 0;
    list-style: none;
    color: var(--ink-muted);
    font-size: var(--text-s);
    line-height: 1.4;
  }
`;
