import type { xorStrings as English } from '../xor.ts';
import type { Words } from '../words.ts';

/** Words of the four-point lab. */
export const xorStrings = {
  label: 'Labor: ein Netz lernt exklusives Oder',
  regime: 'Anfangsgewichte',
  regimes: {
    rich: 'Klein: reich',
    intermediate: 'Mittel',
    lazy: 'Groß: träge',
    shallow: 'Winzig, eine Schicht',
  },
  size: 'Netz',
  sizes: { small: 'Klein, 100 breit', paper: 'Das der Arbeit, 500 breit' },
  otherSize: (width: number) => `${width} breit`,
  sizeNote:
    'Das kleine Netz ist so tief und hat dieselbe Verstärkung, ist aber fünfmal schmaler und macht größere Schritte. Es zeigt dieselbe Erscheinung in einem Bruchteil der Zeit, doch die Theorie verlangt breite Netze, und hier kommt es mehr auf den Startwert an: Bei manchen bleiben zwei Punkte getrennt, die die Theorie beieinander erwartet.',
  gain: 'Verstärkung',
  gainHint: (rate: string) => `Faktor auf den Anfangsgewichten. Die Lernrate folgt ihr: ${rate}.`,
  layer: 'betrachtete verborgene Schicht',
  layerOf: (layer: number, of: number) => `${layer + 1} von ${of}`,
  shown: 'gezeigte Epoche',
  plane: 'Verborgene Punkte, in der Ebene',
  planeNote: (spread: string, share: number) =>
    `Auf den Rahmen vergrößert. Das fernste Paar hat den quadrierten Abstand ${spread}; die Ebene enthält ${Math.round(100 * share)}\u00a0% der quadrierten Abstände.`,
  units: {
    title: 'Jede Einheit dieser Schicht, jetzt',
    note: (width: number, largest: string) =>
      `Eine Zeile je Eingabe, eine Zelle je Einheit (es sind ${width}). Je kräftiger die Farbe, desto aktiver; am kräftigsten bei ${largest}.`,
    none: 'Die Einheiten erscheinen, sobald das Netz bereit ist.',
    row: (name: string, active: number, of: number) =>
      `Eingabe ${name}: ${active} von ${of} Einheiten sind aktiv.`,
  },
  answer: (value: number) => `Antwort ${value}`,
  matrices: {
    initial: 'Am Anfang',
    measured: 'Gemessen',
    predicted: 'Theorie',
    guess: 'Deine Vorhersage',
  },
  matrixNote:
    'Quadrierte Abstände zwischen den vier verborgenen Punkten, alle mit demselben Farbmaßstab.',
  waitingForRatio: (percent: number) => `r wird an zwei Punkten gemessen: ${percent} %.`,
  noRatioYet: 'Braucht das Verhältnis r, das beim Start gemessen wird.',
  correlation: 'Korrelation mit den gemessenen Abständen:',
  correlationOf: (whose: string) => `${whose} `,
  whose: { predicted: 'Theorie', guess: 'du', initial: 'der Anfang' },
  ratio: 'Verhältnis',
  ratioSources: { end: 'Wo zwei Punkte enden', path: 'Anpassung ihres ganzen Wegs' },
  ratioChosen: 'Von Hand',
  ratioMeasure: 'Jetzt messen',
  ratioFailed:
    'Die Läufe mit zwei Punkten ergaben kein Verhältnis: In ihnen schrumpfte der verborgene Abstand oder änderte sich kaum, und daraus macht die Formel kein Verhältnis.',
  ratioExplained: {
    end: (count: number) =>
      `Netze mit diesen Einstellungen lernten, zwei Punkte zu unterscheiden, und r folgt aus dem Abstand, bei dem sie endeten. Nichts aus dem Lauf oben ging darin ein. Der mittlere von ${count}:`,
    path: (count: number) =>
      `Die drei Gleichungen wurden an Netze mit diesen Einstellungen angepasst, während diese lernten, zwei Punkte zu unterscheiden. Nichts aus dem Lauf oben ging darin ein. Der mittlere von ${count}:`,
  },
  ratioSpread: 'Sie streuen weit, nimm dieses Verhältnis also mit Vorsicht.',
  ratioPoor: (r2: string) =>
    `Die schlechteste Anpassung erklärt wenig (R² ${r2}), nimm dieses Verhältnis also mit Vorsicht.`,
  ratioByHand: 'Bewege es und sieh, welche Abstände es ändern kann und welche nicht.',
  distances: 'Quadrierte Abstände der sechs Paare',
  distancesAxis: 'quadrierter Abstand',
  loss: 'Trainingsfehler',
  lossAxis: 'mittlerer quadratischer Fehler',
  time: 'Zeit (Epochen)',
  different: 'verschiedene Antworten',
  same: 'dieselbe Antwort',
  predictedEnd: (pair: string) => `${pair}, vorhergesagtes Ende`,
  lossLabel: 'Fehler',
  yourDrawing: 'deine Zeichnung',
  drawingNote: 'durchgezogen: gemessen, gestrichelt: deine Zeichnung',
  finished: 'Das Training ist zu Ende.',
  notLearnt:
    'Das Netz hat die Aufgabe in dieser Zeit nicht gelernt. Kleine Gewichte in einem schmalen, tiefen Netz können stecken bleiben: Versuche einen anderen Startwert oder mehr Epochen.',
  describe: {
    groups: (count: number, groups: string) =>
      count === 4
        ? 'Alle vier verborgenen Punkte lassen sich unterscheiden.'
        : `Die verborgenen Punkte bilden ${count === 1 ? 'eine Gruppe' : `${count} Gruppen`}: ${groups}.`,
    pairs: (near: string, far: string) => `Das nächste Paar ist ${near}, das fernste ${far}; die Zahlen sind quadrierte Abstände.`,
    loss: (loss: string) => `Fehler ${loss}.`,
    at: (epoch: string) => `In Epoche ${epoch}:`,
    and: ' und ',
  },
} satisfies Words<typeof English>;
