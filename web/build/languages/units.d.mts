export interface State {
  all: number;
  missing: string[];
  older: string[];
  extra: string[];
  lock: Record<string, string>;
  lockFile: string;
}
export function stateOf(language: string, made?: Record<string, string>): Promise<State>;
export function pageTexts(language: string, page: string): Map<string, string>;
export function allTables(): Promise<{ tables: Record<string, object>; translations: Record<string, Record<string, object>> }>;
