import type { shortcutSheetStrings as English } from '../shortcut-sheet.ts';
import type { Words } from '../words.ts';

export const shortcutSheetStrings = {
  title: 'Raccourcis clavier',
  intro: 'Ils agissent sur le laboratoire qui a le focus, sinon sur le plus visible. Ils ne font rien dans les champs de texte.',
  keys: {
    run: 'lancer, mettre en pause ou reprendre',
    step: 'un pas',
    reset: 'retour au départ, même graine',
    'new-seed': 'nouvelle graine',
    slower: 'plus lent',
    faster: 'plus vite',
    compare: 'garder cette exécution pour comparer',
    undo: 'annuler un changement de réglage',
    redo: 'le rétablir',
    help: 'cette liste',
  },
  charts: 'Dans une figure ou une matrice, les flèches déplacent la lecture\u00a0; Échap y met fin.',
  on: 'Utiliser les raccourcis d’une seule touche',
  off: 'Ctrl+Z et Ctrl+Y marchent toujours.',
  close: 'Fermer',
} satisfies Words<typeof English>;
