import type { Plugin } from 'vite';

export function leanPresets(): Plugin;
