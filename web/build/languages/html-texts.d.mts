export function textsOf(html: string): string[];
export function withTexts(html: string, translated: ReadonlyMap<string, string>): string;
