/** Words of the plane lab. */
import type { planeStrings as English } from '../plane.ts';
import type { Words } from '../words.ts';

const letters = ['A', 'B', 'C', 'D'];
const many = (n: number, one: string) => `${n} ${n < 2 ? one : `${one}s`}`;

export const planeStrings = {
  label: 'Laboratoire\u00a0: un réseau apprend des points du plan',
  className: (kind: number) => `Classe ${letters[kind] ?? kind}`,
  shortClass: (label: number) => letters[label] ?? '',
  plane: 'Le plan',
  planeNote:
    'Couleur\u00a0: la classe de plus grande sortie, d’autant plus vive que son avance est grande. Les marques pleines servent à l’entraînement, les creuses sont mises de côté.',
  planeNoteNumbers:
    'Couleur\u00a0: la sortie, de −1 à 1. Plus une marque est grande, plus son nombre l’est. Les marques pleines servent à l’entraînement, les creuses sont mises de côté.',
  layerHeading: (layer: number) => `Le même plan dans la couche cachée ${layer}`,
  layerNote: (share: number, reach: string) =>
    `Le quadrillage du plan, plié par la couche, avec ses points, dans l’espace de ses trois axes principaux, qui montrent ${share}\u00a0% de la variance. L’endroit le plus éloigné est à ${reach} du milieu.`,
  exactNote: (units: number, reach: string) =>
    units === 1
      ? `La couche a une seule unité\u00a0: rien n’est laissé de côté. L’endroit le plus éloigné est à ${reach} du milieu.`
      : `La couche a ${units} unités, qui sont les axes\u00a0: rien n’est laissé de côté. L’endroit le plus éloigné est à ${reach} du milieu.`,
  unitsHeading: (layer: number) => `Ce que fait chaque unité de la couche cachée ${layer}`,
  unitsNote: 'Chaque image est le plan, d’une couleur là où l’unité est au-dessous de zéro et de l’autre là où elle est au-dessus\u00a0; chacune a sa propre échelle.',
  maps: {
    description: (units: number, flat: number) =>
      `${many(units, 'unité')}${flat > 0 ? `, dont ${flat} ${flat === 1 ? 'fait' : 'font'} la même chose partout` : ''}.`,
  },
  loss: 'Perte',
  losses: { half_mse: 'moitié de l’erreur quadratique moyenne', mse: 'erreur quadratique moyenne', cross_entropy: 'entropie croisée' },
  training: 'entraînement',
  test: 'mis de côté',
  time: 'temps (époques)',
  yourDrawing: 'votre dessin',
  shown: 'époque affichée',
  layer: 'couche cachée regardée',
  layerOf: (layer: number, of: number) => `${layer + 1} sur ${of}`,
  accuracies: (training: string, test: string) =>
    test
      ? `Reconnus\u00a0: ${training} des points d’entraînement, ${test} des points mis de côté.`
      : `Reconnus\u00a0: ${training} des points d’entraînement.`,
  byHand: {
    weight: 'un poids',
    points: 'des points',
    at: (what: string, epoch: string) => `${what} à l’époque ${epoch}`,
    told: (changes: readonly string[]) =>
      `Changé à la main\u00a0: ${changes.join(', ')}\u00a0; le réseau a continué de là où il était. Le lien et les réglages, qui ne connaissent que le début, ne donnent donc pas cet entraînement. Réinitialiser l’entraîne depuis le début, tel qu’il est réglé maintenant.`,
  },
  matrices: { initial: 'Au départ', measured: 'Mesuré maintenant', predicted: 'Prédit par la théorie' },
  correlation: 'Corrélation avec les distances mesurées\u00a0:',
  ofTheory: ' pour la théorie, ',
  ofStart: ' pour les distances du départ.',
  matrixNote: (points: number, ratio: string) =>
    `Distances au carré de ${points} points d’entraînement dans la couche, par classe. La théorie ne connaît que deux points à la fois\u00a0; son seul nombre, r = ${ratio}, est ajusté à ces distances et fixe l’échelle. Elle suppose des erreurs quadratiques, comme ici.`,
  noTheory:
    'La théorie vaut pour des erreurs quadratiques, et ce réseau minimise l’entropie croisée\u00a0: il n’y a pas de prédiction à mettre à côté de ses distances.',
  penalised: 'Elle ne connaît pas de pénalités.',
  noStructure: 'Les distances apparaissent une fois le réseau regardé.',
  shape: 'points',
  count: 'nombre de points',
  noise: 'bruit',
  heldOut: 'part mise de côté',
  again: 'D’autres points de cette forme',
  toolsLabel: 'Ce que fait un appui sur le plan',
  tools: { place: 'Placer et déplacer', paint: 'Peindre', erase: 'Effacer' },
  brushLabel: 'Classe des nouveaux points',
  brushNumber: 'Nombre des nouveaux points',
  moreClasses: 'Une classe de plus',
  removeAll: 'Tout retirer',
  zeroLines: (layer: number) => `lignes où des unités de la couche cachée ${layer} sont nulles`,
  save: 'Enregistrer les points (CSV)',
  saveJson: 'Enregistrer les points (JSON)',
  open: 'Ouvrir des points…',
  opened: (count: number, note: string) => `${many(count, 'point')} ouverts. ${note}`.trim(),
  refused: (file: string, reason: string) => `${file} ne peut pas être ouvert\u00a0: ${reason} Vos points sont restés tels quels.`,
  bytes: (count: number, bytes: string) => `${count} points, tous dans le lien de cette page, qui fait ${bytes} octets.`,
  hiddenLayers: 'couches cachées',
  width: 'unités dans chacune',
  activation: 'activation',
  activations: { tanh: 'tanh', relu: 'ReLU', leaky_relu: 'leaky ReLU', elu: 'ELU', silu: 'SiLU', linear: 'linéaire' },
  byLayer: 'Chaque couche à part',
  allLayers: 'Toutes les couches pareilles',
  layerUnits: (layer: number) => `unités de la couche ${layer}`,
  layerActivation: (layer: number) => `activation de la couche ${layer}`,
  gain: 'gain',
  gainHint: 'Facteur des poids initiaux\u00a0: petit pour un apprentissage riche, grand pour un apprentissage paresseux.',
  optimizer: 'optimiseur',
  optimizers: { sgd: 'descente de gradient', adam: 'Adam' },
  minimised: 'ce qu’il minimise',
  momentum: 'moment',
  momentumHint: 'Ce qui est gardé de la direction du pas précédent.',
  learningRate: 'taux d’apprentissage',
  l1: 'pénalité L1',
  l1Hint: 'Sur la somme des |w| de tous les poids\u00a0: amène les petits à zéro. Peut changer en cours de route.',
  l2: 'pénalité L2',
  l2Hint: 'Sur la moitié de la somme des w²\u00a0: garde tous les poids petits. Peut changer en cours de route.',
  batch: 'points par pas',
  batchAll: 'tous',
  epochs: 'époques',
  features: 'Ce que voit le réseau',
  featureNames: { x: 'x', y: 'y', x_squared: 'x²', y_squared: 'y²', xy: 'xy', sin_pi_x: 'sin πx', sin_pi_y: 'sin πy' },
  input: {
    keys: 'Les flèches déplacent un curseur, avec Maj plus finement. Entrée place un point, ou en prend un et le repose. 1 à 4 donnent sa classe, Suppr le retire. N et P vont de point en point.',
    point: (number: number, target: string, x: string, y: string) => `Point ${number}, ${target}, en ${x}\u00a0; ${y}`,
    placed: (name: string, of: number) => `Placé\u00a0: ${name}. Il y en a ${of}.`,
    moved: (name: string) => `${name}.`,
    painted: (name: string) => `${name}.`,
    removed: (name: string, of: number) => `Retiré\u00a0: ${name}. Il y en a ${of - 1}.`,
    taken: (name: string) => `Pris\u00a0: ${name}.`,
    putDown: (name: string) => `Reposé\u00a0: ${name}.`,
    at: (name: string, of: number) => `${name}, sur ${of}.`,
    cursor: (x: string, y: string) => `${x}\u00a0; ${y}`,
    full: (most: number) => `Il y a ${most} points, et il n’en tient pas plus.`,
  },
  files: {
    count: (found: number, most: number) => `il contient ${many(found, 'point')}\u00a0; admis\u00a0: de 1 à ${most}.`,
    notANumber: (place: string, name: string, value: string) => `${place}\u00a0: ${name} est «\u00a0${value}\u00a0»\u00a0; admis\u00a0: un nombre.`,
    noLabel: (place: string) => `${place}\u00a0: il n’y a pas d’étiquette\u00a0; admis\u00a0: une classe ou un nombre.`,
    farLabel: (place: string, value: string, most: number) => `${place}\u00a0: l’étiquette est ${value}\u00a0; admis\u00a0: un nombre de −${most} à ${most}.`,
    classes: (found: number, most: number) => `il a ${found} étiquettes différentes qui ne sont pas des nombres\u00a0; admis\u00a0: ${most} classes au plus.`,
    numbers: 'Leurs étiquettes sont des nombres à ajuster.',
    named: (names: readonly string[]) => `Classes\u00a0: ${names.map((name, k) => `${letters[k]} est «\u00a0${name}\u00a0»`).join(', ')}.`,
    fitted: 'Ils ont été déplacés et mis à l’échelle pour tenir dans le carré.',
    notJson: (reason: string) => `ce n’est pas du JSON (${reason}).`,
    entry: (number: number) => `entrée ${number}`,
    line: (number: number) => `ligne ${number}`,
    noLabelColumn: 'il a des colonnes x et y, mais aucune nommée label, class ou target.',
    tooLarge: (bytes: string, most: string) => `il fait ${bytes} octets\u00a0; admis\u00a0: ${most}.`,
  },
  describe: {
    at: (epoch: string) => `À l’époque ${epoch}\u00a0:`,
    loss: (loss: string) => `perte ${loss}.`,
    accuracy: (share: string) => `${share} des points d’entraînement sont reconnus.`,
    tested: (share: string) => `${share} des points mis de côté le sont.`,
    finished: 'L’entraînement est terminé.',
    ofClass: (count: number, name: string) => `${count} de la ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    points: (count: number, kinds: readonly string[], heldOut: number) =>
      `Le plan avec ${many(count, 'point')}${kinds.length > 0 ? `\u00a0: ${kinds.join(', ')}` : ''}${heldOut > 0 ? `\u00a0; ${heldOut} mis de côté` : ''}.`,
  },
} satisfies Words<typeof English>;
