import { css } from 'lit';
import { controlStyles } from '../../shell/control-styles.ts';
import { sliderStyles } from './slider.ts';
import { stillStyles } from './still-styles.ts';

export const chapterLabStyles = css`
  :host {
    display: block;
  }
  .lab {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-4);
    box-shadow: var(--shadow);
    font-size: var(--text-s);
    --chart-height: 17rem;
  }
  .lab p {
    margin: 0;
  }
  .controls {
    display: grid;
    gap: var(--space-4);
  }
  .seed,
  .network {
    color: var(--ink-muted);
    white-space: nowrap;
  }
  progress {
    accent-color: var(--accent);
  }
  .views {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr));
    gap: var(--space-4) var(--space-5);
    align-items: start;
  }
  .views > * {
    min-width: 0;
  }
  .meanings {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    margin: var(--space-1) 0 0;
    padding: 0;
    list-style: none;
    color: var(--ink-muted);
    font-size: var(--text-xs);
  }
  .sliders {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: var(--space-3) var(--space-5);
  }
  .box {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-s);
    background: var(--sunken);
  }
  .box h3 {
    margin: 0 0 var(--space-2);
    font-size: var(--text-s);
    font-weight: 650;
  }
  .box .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    margin-top: var(--space-2);
  }
  .r2 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: 0 var(--space-5);
    margin: 0;
  }
  dl div {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    padding: var(--space-1) 0;
    border-bottom: 1px solid var(--line);
  }
  dt {
    color: var(--ink-muted);
  }
  dd {
    margin: 0;
    font-weight: 600;
    white-space: nowrap;
  }
  .lab .failed {
    margin-top: var(--space-3);
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--bad);
  }
  sub {
    font-size: 0.7em;
    line-height: 0;
  }
  .words {
    min-height: 1.35em;
    color: var(--ink-muted);
    line-height: 1.35;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
  }
  th,
  td {
    padding-inline-end: 0;
  }
  thead th {
    line-height: 1.3;
    vertical-align: bottom;
  }
  /* A symbol under the pointer lights what it stands for. */
  :host([data-lit='loss']) .loss,
  :host([data-lit='r']) .box {
    outline: 2px solid var(--accent);
    outline-offset: var(--space-1);
    border-radius: var(--radius-s);
  }
  @media (max-width: 40rem) {
    .lab {
      padding: var(--space-3);
      --chart-height: 14rem;
    }
  }
  @media print {
    .lab:not(.trained) > .box,
    .sliders,
    reprise-run-bar {
      display: none;
    }
  }
`;

/** The look of a lab that is one panel of a chapter; what it has besides goes after. */
export const panelStyles = [controlStyles, chapterLabStyles, sliderStyles, stillStyles];
