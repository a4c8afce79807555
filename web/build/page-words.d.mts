/** What a language's file holds that the shell uses; the rest is the tutorials'. */
export interface PageWords {
  /** Of pages that are written from right to left. */
  direction?: 'rtl';
  language: Record<'name' | 'label' | 'partly' | 'english', string>;
  site: Record<'name' | 'footer' | 'source' | 'noscript', string>;
  nav: Record<
    | 'label'
    | 'skip'
    | 'course'
    | 'labs'
    | 'twoPoints'
    | 'xor'
    | 'collapse'
    | 'digits'
    | 'plane'
    | 'networks'
    | 'paper'
    | 'teaching',
    string
  >;
}
export function languages(): string[];
export function pageWords(language: string): PageWords;
export function fill(text: string, values: Record<string, string | number>): string;
export function counted(words: Record<string, string>, count: number, language: string): string;
