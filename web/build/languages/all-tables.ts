/** Every table there is, and its translations, by the paths of their files: what the build and `./dev translations` read. */
const name = (path: string) => /([^/]+)\.ts$/.exec(path)![1]!;
const helpers = new Set(['table', 'language', 'words', 'offers']);

type Modules = Record<string, Record<string, unknown>>;

const english = Object.entries(import.meta.glob('../../src/strings/*.ts', { eager: true }) as Modules).filter(
  ([path]) => !helpers.has(name(path)),
);

export const tables: Modules = Object.fromEntries(english.map(([path, module]) => [name(path), module]));

/** By language, then by table. */
export const translations: Record<string, Modules> = {};
for (const [path, module] of Object.entries(import.meta.glob('../../src/strings/*/*.ts', { eager: true }) as Modules)) {
  const language = path.split('/').at(-2)!;
  (translations[language] ??= {})[name(path)] = module;
}
