/** The theory's symbols as they stand in a line, in their colours. */
import { html } from 'lit';

export const symbol = (name: 'h' | 'y' | 'w') => html`<var class=${name}>${name}</var>`;
export const eta = (index: 'h' | 'y' | 'm') => html`<var>η</var><sub class=${index}><var>${index}</var></sub>`;
