/** Words of the cloud of pictures in the digits lab. */
import type { digitsCloudStrings as English } from '../digits-cloud.ts';
import type { Words } from '../words.ts';

const count = (n: number) => n.toLocaleString('de');

export const digitsCloudStrings = {
  waiting: 'Erscheint, sobald das Netz bereit ist.',
  failed: 'Die Schichten lassen sich nicht zeigen:',
  layer: 'Verborgene Schicht',
  dimensions: 'Dimensionen',
  pictures: 'Bilder',
  heading: (layer: number) => `Verborgene Schicht ${layer + 1}`,
  note: (points: number, dimensions: number, share: number) =>
    `Die ersten ${count(points)} Trainingsbilder. Von aller Varianz in der Schicht zeigen ${dimensions === 2 ? 'diese zwei' : 'diese drei'} Dimensionen ${share}\u00a0% (Hauptkomponenten; klassische Skalierung der Abstände ergibt dasselbe).`,
  fewer: (wanted: number) => `Mehr als das, bis zu ${count(wanted)}, würden das Training einer so breiten Schicht aufhalten.`,
  enlarge: 'Vergrößere sie, und die Bilder selbst treten an die Stelle der Zeichen.',
  describe: (epoch: number, layer: number, spread: string) =>
    `Epoche ${count(epoch)}, verborgene Schicht ${layer + 1}: Die Streuung innerhalb der Klassen ist ${spread} von der zwischen ihnen.`,
  shown: 'gezeigte Epoche',
  atStart: 'Am Anfang',
  atEnd: 'Zuletzt',
  point: 'Ein Bild',
  which: 'Trainingsbild',
  whichOf: (index: number, label: string) => `${count(index + 1)}, ${label}`,
  previous: 'Voriges Bild',
  next: 'Nächstes Bild',
  inLayer: (layer: number) => `Die nächsten in der verborgenen Schicht ${layer + 1}`,
  inInput: 'Die nächsten als Bilder',
  same: (same: number, of: number) => `${same} von ${of} aus seiner Klasse`,
  pictureName: (label: string, index: number) => `${label}, Trainingsbild ${count(index + 1)}`,
  time: 'Zeit (Epochen)',
  layerLabel: (layer: number) => `Schicht ${layer + 1}`,
  yourDrawing: 'deine Zeichnung',
  spread: 'Streuung innerhalb der Klassen',
  spreadAxis: 'mittleres Quadrat, innerhalb durch zwischen',
  spreadNote: '0: Jede Klasse ist ein Punkt.',
  angles: 'Winkel zwischen Klassenmitteln',
  anglesAxis: 'Mittel von |cos − dem eines Simplex|',
  anglesNote: (classes: number) =>
    classes === 2
      ? 'Zwei Mittel liegen einander immer gegenüber, von ihrer Mitte aus gesehen.'
      : `0: so weit voneinander, wie ${classes} Richtungen es können, ein Simplex.`,
  agreement: 'Klassenmittel und letzte Gewichte',
  agreementAxis: 'Kosinus zwischen ihnen',
  agreementNote: '1: Die Gewichte der Ausgaben zeigen dorthin, wo die Klassen liegen. Für die letzte verborgene Schicht, die sie lesen.',
} satisfies Words<typeof English>;
