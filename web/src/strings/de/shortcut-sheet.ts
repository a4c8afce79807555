import type { shortcutSheetStrings as English } from '../shortcut-sheet.ts';
import type { Words } from '../words.ts';

export const shortcutSheetStrings = {
  title: 'Tastenkürzel',
  intro:
    'Sie wirken auf das Labor, das den Fokus hat, sonst auf das am besten sichtbare. In Textfeldern tun sie nichts.',
  keys: {
    run: 'laufen lassen, anhalten, weiter',
    step: 'ein Schritt',
    reset: 'zurück an den Anfang, gleicher Startwert',
    'new-seed': 'neuer Startwert',
    slower: 'langsamer',
    faster: 'schneller',
    compare: 'diesen Lauf zum Vergleich behalten',
    undo: 'Änderung der Einstellungen zurücknehmen',
    redo: 'wiederholen',
    help: 'diese Übersicht',
  },
  charts: 'In Diagrammen und Matrizen bewegen die Pfeiltasten die Ablesung; Escape beendet sie.',
  on: 'Einzelne Tasten sind Kürzel',
  off: 'Strg mit Z und Y bleibt.',
  close: 'Schließen',
} satisfies Words<typeof English>;
