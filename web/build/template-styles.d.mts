import type { Plugin } from 'vite';

export function withoutSpace(style: string): string;
export function templateStyles(): Plugin;
