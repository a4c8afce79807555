export function packedPage(html: string, page: string, files: readonly string[], site: string): string;
export function manifest(package_: { identifier: string; title: string; page: string; files: readonly string[] }): string;
