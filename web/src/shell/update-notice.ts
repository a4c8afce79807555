import { LitElement, css, html } from 'lit';
import { strings } from '../strings/en.ts';
import { controlStyles } from './control-styles.ts';

/** <reprise-update-notice>: a new version is there; the reader says when it is taken. */
class UpdateNotice extends LitElement {
  takeUpdate = () => {};

  override render() {
    const words = strings.update;
    return html`<div role="status">
      <p>${words.ready}</p>
      <button type="button" class="primary" @click=${() => this.takeUpdate()}>${words.now}</button>
      <button type="button" class="quiet" @click=${() => this.remove()}>${words.later}</button>
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      div {
        position: fixed;
        inset: auto var(--space-3) var(--space-3);
        z-index: 20;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        max-width: 44rem;
        margin: 0 auto;
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
        font-size: var(--text-s);
      }
      p {
        flex: 1 1 16rem;
        margin: 0;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('reprise-update-notice', UpdateNotice);

export function showUpdate(update: () => void): void {
  document.querySelector('reprise-update-notice')?.remove();
  const notice = document.createElement('reprise-update-notice') as UpdateNotice;
  notice.takeUpdate = update;
  document.body.append(notice);
}
