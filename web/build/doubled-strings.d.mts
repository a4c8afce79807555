import type { Plugin } from 'vite';

export function doublingAsked(): boolean;
export function doubled<T>(value: T): T;
export function doubledStrings(): Plugin;
