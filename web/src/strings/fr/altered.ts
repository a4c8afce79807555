/** Words of the lab that breaks the equations. */
import type { alteredStrings as English } from '../altered.ts';
import type { Words } from '../words.ts';

export const alteredStrings = {
  label: 'Cassez les équations',
  names: {
    paper: 'la théorie',
    double_h: 'h′ doublé',
    double_y: 'y′ doublé',
    drop_second_y: 'second terme de y′ supprimé',
    flip_last_w: 'dernier terme de w′ changé de signe',
  },
  toggles: {
    double_h: 'doubler h′',
    double_y: 'doubler y′',
    drop_second_y: 'supprimer son second terme',
    flip_last_w: 'changer le signe de son dernier terme',
  },
  terms: {
    h_scale: 'le terme de h′',
    y_first: 'le premier terme de y′',
    y_second: 'le second terme de y′',
    w_first: 'le premier terme de w′',
    w_last: 'le dernier terme de w′',
  },
  factors: { 1: 'tel quel', 2: 'doublé', [-1]: 'changé de signe', 0: 'supprimé' },
  term: (term: string, state: string) => `(${term}, ${state})`,
  press: (next: string) => `Appuyez pour l’avoir ainsi\u00a0: ${next}`,
  own: 'vos équations',
  equations: 'Les équations que l’on ajuste',
  restore: 'La théorie telle quelle',
  note: 'Appuyez sur un terme pour le doubler, en changer le signe ou le supprimer. X et Y sont les distances au carré des deux entrées et des deux cibles. Les deux taux η sont ajustés de nouveau à ce que disent alors les équations.',
  chart: {
    heading: (system: string) => `Deux points et ${system}`,
    unit: 'distances au carré',
    time: 'temps (époques)',
    press: 'Appuyez sur Lancer, puis changez un terme.',
    key: 'trait plein\u00a0: mesuré dans le réseau\u00a0; tirets\u00a0: ces équations, ajustées',
  },
  table: {
    title: 'Résidus de chaque système',
    system: 'équations',
    misfit: 'résidus',
    times: 'fois ceux de la théorie',
    r2: (quantity: string) => `R² de ${quantity}`,
    caption: 'Résidus\u00a0: somme des carrés des écarts sur h, y et w, tous relevés compris. R² vaut 1 là où une courbe est retrouvée exactement.',
    waiting: 'Une fois le réseau entraîné, les équations lui sont ajustées ici.',
  },
  waiting: 'Le réseau se prépare…',
  ready: (width: number, layers: number) =>
    `Prêt\u00a0: ${layers} couches cachées de ${width} unités. Lancez, et les équations seront ajustées à ce qu’il fait.`,
  progress: (epoch: number, epochs: number) => `Époque ${epoch} sur ${epochs}.`,
  misfit: (system: string, misfit: string) => `Ajusté par ${system}\u00a0: résidus ${misfit}.`,
  times: (times: string) => `C’est ${times} fois les résidus de la théorie.`,
  worst: (quantity: string, r2: string) => `Le plus mauvais ajustement est celui de ${quantity}, avec un R² de ${r2}.`,
  noFit: 'Aucun taux n’a été trouvé pour ces équations.',
  drawn: (curve: string) => `${curve}, telle que vous l’avez dessinée`,
} satisfies Words<typeof English>;
