import type { Plugin } from 'vite';

export function translatableTables(): Plugin;
