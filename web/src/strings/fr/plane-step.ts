/** Words of the plane lab's step of training, number by number. */
import type { planeStepStrings as English } from '../plane-step.ts';
import type { Words } from '../words.ts';

export const planeStepStrings = {
  heading: 'Un pas, lentement',
  intro:
    'Tout ce que calcule le prochain pas d’entraînement, dans l’ordre où il le fait\u00a0: en avant, perte, en arrière, changement. Un entraînement en cours s’arrête.',
  show: 'Montrer le prochain pas',
  loading: 'Calcul en cours …',
  tooLarge: (layers: string, parameters: string, mostLayers: number, mostParameters: number) =>
    `Ce réseau a ${layers} ${layers === '1' ? 'couche cachée' : 'couches cachées'} et ${parameters} poids et biais. On montre un pas d’au plus ${mostLayers} couches cachées et ${mostParameters} poids et biais\u00a0: au-delà, personne ne lit les nombres, et ils ne tiennent sur aucun écran.`,
  otherKind: 'On montre un pas de perceptrons multicouches sans dropout.',
  small: 'Le rendre petit\u00a0: 2 couches de 4 unités',
  of: (epoch: string, points: string) => `Le pas qui suit l’époque ${epoch}, sur un lot de ${points} points.`,
  stale: 'Le réseau a changé depuis.',
  again: 'Montrer le pas qui vient maintenant',
  take: 'Faire ce pas',
  point: 'point du lot',
  pointName: (number: string, target: string) => `point ${number}, ${target}`,
  diagram: 'Unités, couche par couche',
  hint: 'Une unité sous le pointeur, ou qui a le focus, montre sa propre équation\u00a0; si on la presse, le pas y va. Les flèches avancent et reculent.',
  back: 'Précédent',
  next: 'Suivant',
  play: 'Jouer',
  pause: 'Pause',
  station: 'où en est le pas',
  stationOf: (at: number, of: number) => `${at} sur ${of}`,
  phases: { inputs: 'Entrées', forward: 'En avant', loss: 'Perte', backward: 'En arrière', update: 'Changement' },
  input: (name: string) => `entrée ${name}`,
  unit: (unit: number, layer: number) => `unité ${unit} de la couche cachée ${layer}`,
  output: (name: string) => `sortie ${name}`,
  layers: { inputs: 'entrées', hidden: (layer: number) => `couche ${layer}`, outputs: 'sorties' },
  said: {
    inputs: 'Le point entre.',
    hidden: (unit: string, sum: string, activation: string, value: string) =>
      `En avant\u00a0: ${unit} ajoute son biais et ce qui arrive, chaque valeur fois son poids\u00a0: z = ${sum}. Son activation, ${activation}, en fait a = ${value}.`,
    output: (unit: string, sum: string) => `En avant\u00a0: ${unit} ajoute son biais et ce qui arrive, chaque valeur fois son poids\u00a0: ${sum}. Elle n’a pas d’activation.`,
    loss: (own: string, all: string, points: string) => `Perte\u00a0: celle de ce point est ${own}\u00a0; la moyenne des ${points} points du lot est ${all}.`,
    backOutput: (unit: string, slope: string) => `En arrière\u00a0: comment la perte change avec ce que donne ${unit}\u00a0: ${slope}.`,
    backHidden: (unit: string, value: string, sum: string) =>
      `En arrière\u00a0: ${unit} rassemble les pentes des unités où elle mène, chacune fois son poids\u00a0: ${value}. Fois la pente de son activation, cela fait ${sum}.`,
    update: (unit: string) => `Changement\u00a0: chaque poids vers ${unit}, et son biais, descend sa pente, la somme sur tous les points du lot.`,
  },
  weight: 'poids depuis',
  bias: 'biais',
  columns: { before: 'avant', own: 'ce point', others: 'les autres', penalty: 'pénalités', gradient: 'pente', after: 'après' },
  chosen: 'Avec les nombres du poids depuis',
} satisfies Words<typeof English>;
