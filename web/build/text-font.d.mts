/** See text-font.mjs. */
export const ASCII: string;
export const NUMBERS: string;
export const WESTERN: string;
export function cutTextFont(font: Buffer, characters: string): Promise<Buffer>;
