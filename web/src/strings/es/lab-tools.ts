/** Words of what every lab can do: undo, files, comparison, keys. */
import type { labToolsStrings as English } from '../lab-tools.ts';
import type { Words } from '../words.ts';

export const labToolsStrings = {
  undo: 'Deshacer el último cambio de ajustes',
  redo: 'Rehacer',
  menu: 'Más',
  copyLink: 'Copiar el enlace a este estado',
  copied: 'Enlace copiado',
  linkIsAddress: 'No se pudo copiar: el enlace está en la barra de direcciones',
  byHandLink: 'Esta ejecución se cambió a mano: el enlace da sus ajustes y no esta ejecución.',
  share: 'Compartir e incrustar',
  saveCsv: 'Guardar todos los registros (CSV)',
  saveResult: 'Guardar la ejecución (JSON)',
  openResult: 'Abrir una ejecución guardada…',
  pin: 'Conservar esta ejecución para comparar',
  help: 'Atajos de teclado…',
  nothingToSave: 'Todavía no hay ninguna ejecución que guardar.',
  pinned: 'Conservada como referencia.',
} satisfies Words<typeof English>;
