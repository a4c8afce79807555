/** Colours for up to ten classes, legible on both surfaces; a class is always named beside its colour. */
import { css } from 'lit';

/** For the host of whatever asks for them by these names (theme.ts). The first five are those of single points. */
export const classColours = css`
  :host {
    --class-0: var(--point-0);
    --class-1: var(--point-1);
    --class-2: var(--point-2);
    --class-3: var(--point-3);
    --class-4: var(--point-4);
    --class-5: light-dark(#c0271d, #ff8a7d);
    --class-6: light-dark(#1283a8, #5fd0f0);
    --class-7: light-dark(#6b3fa0, #b79cff);
    --class-8: light-dark(#6b7a00, #c3cf4a);
    --class-9: light-dark(#7a4a2b, #d0a184);
  }
`;

export type ClassColour = `class-${number}`;
export const classColour = (place: number): ClassColour => `class-${place % 10}`;
