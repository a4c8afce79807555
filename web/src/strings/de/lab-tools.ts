import type { labToolsStrings as English } from '../lab-tools.ts';
import type { Words } from '../words.ts';

export const labToolsStrings = {
  undo: 'Letzte Änderung der Einstellungen zurücknehmen',
  redo: 'Wiederholen',
  menu: 'Mehr',
  copyLink: 'Link zu diesem Zustand kopieren',
  copied: 'Link kopiert',
  linkIsAddress: 'Nicht kopiert: der Link steht in der Adresszeile',
  byHandLink: 'Dieser Lauf wurde von Hand verändert: Der Link gibt seine Einstellungen wieder, nicht den Lauf.',
  share: 'Weitergeben und einbetten',
  saveCsv: 'Alle Aufzeichnungen speichern (CSV)',
  saveResult: 'Den Lauf speichern (JSON)',
  openResult: 'Gespeicherten Lauf öffnen …',
  pin: 'Diesen Lauf zum Vergleich behalten',
  help: 'Tastenkürzel …',
  nothingToSave: 'Noch gibt es keinen Lauf zu speichern.',
  pinned: 'Als Vergleich behalten.',
} satisfies Words<typeof English>;
