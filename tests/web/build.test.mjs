// What the build makes of the sources.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutSpace } from '../../web/build/template-styles.mjs';

test('styles in elements lose their comments and white space, and nothing that counts', () => {
  const style = `
    ${'${shared}'}
    /* Said to authors. */
    :host(:not([open])) .a > .b,
    .c :hover {
      margin: 0 ${'${wide}'} ${'${high}'} calc(1rem + 2px);
      content: '';
    }
    @media (max-width: 48rem) and (min-width: 20rem) {
      p {
        color: red;
      }
    }
  `;
  assert.equal(
    withoutSpace(style),
    " ${shared} :host(:not([open])) .a > .b,.c :hover{margin:0 ${wide} ${high} calc(1rem + 2px);content:'';}" +
      '@media (max-width:48rem) and (min-width:20rem){p{color:red;}}',
  );
});
