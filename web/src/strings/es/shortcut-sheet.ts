import type { shortcutSheetStrings as English } from '../shortcut-sheet.ts';
import type { Words } from '../words.ts';

export const shortcutSheetStrings = {
  title: 'Atajos de teclado',
  intro: 'Actúan sobre el laboratorio que tiene el foco o, si no, sobre el que más se ve. En los campos de texto no hacen nada.',
  keys: {
    run: 'iniciar, pausar o continuar',
    step: 'un paso',
    reset: 'volver al inicio, misma semilla',
    'new-seed': 'nueva semilla',
    slower: 'más despacio',
    faster: 'más deprisa',
    compare: 'conservar esta ejecución para comparar',
    undo: 'deshacer un cambio de ajustes',
    redo: 'rehacerlo',
    help: 'esta lista',
  },
  charts: 'En una figura o una matriz, las flechas mueven la lectura; Escape la termina.',
  on: 'Usar atajos de una sola tecla',
  off: 'Ctrl+Z y Ctrl+Y funcionan siempre.',
  close: 'Cerrar',
} satisfies Words<typeof English>;
