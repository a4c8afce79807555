/** Words of what every lab can do: undo, files, comparison, keys. */
import type { labToolsStrings as English } from '../lab-tools.ts';
import type { Words } from '../words.ts';

export const labToolsStrings = {
  undo: 'Annuler le dernier changement de réglage',
  redo: 'Rétablir',
  menu: 'Plus',
  copyLink: 'Copier le lien vers cet état',
  copied: 'Lien copié',
  linkIsAddress: 'Copie impossible\u00a0: le lien est dans la barre d’adresse',
  byHandLink: 'Cet entraînement a été changé à la main\u00a0: le lien donne ses réglages, et non cet entraînement.',
  share: 'Partager et intégrer',
  saveCsv: 'Enregistrer tous les relevés (CSV)',
  saveResult: 'Enregistrer l’exécution (JSON)',
  openResult: 'Ouvrir une exécution enregistrée…',
  pin: 'Garder cette exécution pour comparer',
  help: 'Raccourcis clavier…',
  nothingToSave: 'Il n’y a pas encore d’exécution à enregistrer.',
  pinned: 'Gardée comme référence.',
} satisfies Words<typeof English>;
