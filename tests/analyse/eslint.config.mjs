// Few rules, each for a mistake that the compiler lets pass.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
// It lies apart from what the site needs: it reads types by a compiler older than the site's own.
const { parser, plugin } = createRequire(path.join(root, '.tools/analyse/index.js'))('typescript-eslint');

export default [
  {
    files: ['**/*.ts'],
    languageOptions: { parser, parserOptions: { project: path.join(root, 'tsconfig.json'), tsconfigRootDir: root } },
    plugins: { types: plugin },
    rules: {
      // A promise that nobody waits for fails without a word.
      'types/no-floating-promises': 'error',
      'types/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      'types/await-thenable': 'error',
      // What comes from other windows, files and storage is looked at before it is used.
      'types/no-explicit-any': 'error',
      'types/no-unsafe-argument': 'error',
      'types/no-unsafe-member-access': 'error',
      // "[object Object]" is no text for a reader.
      'types/no-base-to-string': ['error', { ignoredTypeNames: ['Error', 'URL', 'URLSearchParams'] }],
      'types/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Whoever catches it wants a message and a stack.
      'types/only-throw-error': 'error',
      // Text never becomes code or markup.
      'no-eval': 'error',
      'types/no-implied-eval': 'error',
      'no-restricted-properties': ['error', { property: 'innerHTML', message: 'Markup comes from Lit alone.' }],
      // == takes "" for 0; null and undefined alone may be taken together.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'array-callback-return': 'error',
      'no-self-compare': 'error',
    },
  },
];
