/** Words of the feature-collapse lab. */
import { formatCount } from '../../shell/format.ts';
import type { collapseStrings as English } from '../collapse.ts';
import type { Words } from '../words.ts';

export const collapseStrings = {
  label: 'Labor: ein Netz liest eine Koordinate eines Flecks',
  notLearnt:
    'Der Lauf endete, bevor die Aufgabe gelernt war. Soll sie gelernt werden, nimm mehr Epochen oder einen anderen Startwert.',
  regime: 'Anfangsgewichte',
  regimes: { rich: 'Klein: reich', intermediate: 'Mittel', lazy: 'Groß: träge' },
  size: 'Punkte',
  sizes: { small: '200 (10 × 10 Mitten)', paper: 'Die 1.800 der Arbeit' },
  otherSize: (side: number) => `${formatCount(2 * side * side)} (${side} × ${side} Mitten)`,
  sizeNote: {
    small:
      'Die kleine Menge: 10 × 10 Mitten in beiden Kontexten, Minibatches von 16, eine größere Lernrate. „Klein: reich“ hat hier die Verstärkung 0,35, denn mit der 0,275 der Arbeit wartet ein Lauf länger auf einem Plateau. Das Netz ist das der Arbeit, und ein Lauf dauert Sekunden.',
    paper:
      'Die Menge der Arbeit: 30 × 30 Mitten in beiden Kontexten, Minibatches von 64. Ein Lauf dauert Minuten; die Seite bleibt dabei benutzbar, und die restliche Zeit steht oben.',
  },
  gain: 'Verstärkung',
  gainHint: (rate: string, follows: boolean) =>
    follows
      ? `Faktor auf den Anfangsgewichten. Ihr folgen die Lernrate, jetzt ${rate}, und die Epochen.`
      : `Faktor auf den Anfangsgewichten. Lernrate ${rate}.`,
  epochs: 'Epochen',
  epochsHint: 'Wie lange ein Lauf dauert.',
  layer: 'betrachtete verborgene Schicht',
  layerOf: (layer: number, of: number) => `${layer + 1} von ${of}`,
  shown: 'gezeigte Epoche',
  atStart: 'Am Anfang',
  atEnd: 'Zuletzt',
  time: 'Zeit (Epochen)',
  colourBy: 'Farbe nach',
  colours: { relevant: 'Wonach gefragt ist', irrelevant: 'Wonach nicht', context: 'Kontext' },
  cloud: {
    heading: (layer: number) => `Alle Punkte in der verborgenen Schicht ${layer + 1}`,
    note: (share: number, reach: string) =>
      `Auf den Rahmen vergrößert: Der fernste Punkt liegt ${reach} von der Mitte (in Einheiten der Aktivierung). Diese drei Dimensionen enthalten ${share}\u00a0% der Varianz.`,
    scale: 'Von −1 (dunkel) bis 1 (hell). Scheiben: nach u ist gefragt; Quadrate: nach v.',
    kinds: 'Scheiben: nach u ist gefragt; Quadrate: nach v.',
  },
  contextsLabel: 'Zeigen',
  contextsShown: { both: 'beide Kontexte', 0: 'nach u gefragt', 1: 'nach v gefragt' },
  contextName: (context: number) => (context === 0 ? 'nach u gefragt' : 'nach v gefragt'),
  end: (coordinate: string, value: string) => `${coordinate} = ${value}`,
  point: {
    heading: 'Eine Eingabe',
    hint: 'Zeige auf eine Marke der Wolke, oder wähle hier.',
    context: 'Kontext',
    contexts: ['„u?“', '„v?“'],
    u: 'u des Flecks (rechts)',
    v: 'v des Flecks (oben)',
    picture: (u: string, v: string) => `Bild aus 5 mal 5 Pixeln: ein Fleck, seine Mitte bei u = ${u}, v = ${v}.`,
    target: (value: string) => `Zielwert ${value}`,
    meaning: (coordinate: string, other: string) =>
      `Der Kontext fragt nach ${coordinate}; auf ${other} kommt es nicht an. Die Linie verbindet alle Punkte, die sich von diesem nur in ${other} unterscheiden.`,
    length: (share: string) =>
      `Im Bild liegen ihre Enden ${share}-mal so weit auseinander wie die Enden des Merkmals, nach dem gefragt ist.`,
  },
  index: 'Kollapsindex der verborgenen Schichten',
  indexOf: (layer: number) => `Kollapsindex der verborgenen Schicht ${layer + 1}`,
  indexAxis: 'quadrierter Abstand, irrelevant durch relevant',
  indexNote: '1: beide Merkmale gleich. 0: das irrelevante ist verschmolzen.',
  indexUndefined: (layers: string) =>
    `Kein Index (${layers}), wo eine Schicht Punkten, die sich in dem Gefragten unterscheiden, dieselben Aktivierungen gibt, etwa weil alle ihre Einheiten tot sind.`,
  layerLabel: (layer: number) => `Schicht ${layer + 1}`,
  loss: 'Trainingsfehler',
  lossAxis: 'halber mittlerer quadratischer Fehler',
  lossLabel: 'Fehler',
  yourDrawing: 'deine Zeichnung',
  drawingNote: 'durchgezogen: gemessen, gestrichelt: deine Zeichnung',
  structure: {
    initial: 'Am Anfang',
    measured: 'Am Ende gemessen',
    predicted: 'Von der Theorie vorhergesagt',
    note: (points: number, ratio: string, fitted: boolean) =>
      `Quadrierte Abstände zwischen ${points} Punkten auf einem regelmäßigen Gitter, geordnet nach dem Kontext, dann nach dem Gefragten (sein Wert steht neben den Zeilen), dann nach dem Übrigen. Vorhersage und Messung haben denselben Maßstab, der Anfang hat seinen eigenen. Verhältnis r = ${ratio}${fitted ? ', das zu diesen Abständen am besten passt: Es legt den Maßstab fest, und das Muster kommt aus den Daten und dem Anfang.' : '.'}`,
    correlation: 'Korrelation mit den gemessenen Abständen:',
    theory: 'Theorie',
    start: 'der Anfang',
    within: 'Theorie, Paare in einem Kontext',
    waiting: 'Erscheint, wenn ein Lauf zu Ende ist.',
  },
  sweep: {
    heading: 'Kollaps und Verstärkung',
    start: 'Alle Verstärkungen laufen lassen',
    again: 'Noch einmal',
    stop: 'Anhalten',
    seeds: 'Startwerte',
    about: (runs: number, workers: number) => `${runs} Läufe auf den 200 Punkten, ${workers} zugleich.`,
    progress: 'Fortschritt der Läufe',
    left: (time: string) => `noch etwa ${time}`,
    done: (gain: string, layer: number) =>
      `In der verborgenen Schicht ${layer + 1} geht der Index bei einer Verstärkung von etwa ${gain} durch ein Halb.`,
    undecided: (layer: number) =>
      `In der verborgenen Schicht ${layer + 1} geht der Index innerhalb dieser Verstärkungen nicht durch ein Halb.`,
    notLearnt: (count: number) =>
      count === 1
        ? '1 Lauf hat in der gegebenen Zeit nicht gelernt und bleibt weg.'
        : `${count} Läufe haben in der gegebenen Zeit nicht gelernt und bleiben weg.`,
    xAxis: 'Verstärkung der Anfangsgewichte',
    half: 'ein Halb',
    yours: 'deine Verstärkung',
    note: 'Linien: der Median über die Startwerte am Ende des Trainings. Punkte: einzelne Läufe. Gestrichelt: ein Halb.',
    layerMiddle: (layer: number) => `Schicht ${layer + 1}`,
    runs: (layer: number) => `einzelne Läufe, Schicht ${layer + 1}`,
  },
  describe: {
    at: (epoch: string) => `In Epoche ${epoch}:`,
    loss: (loss: string) => `Fehler ${loss}.`,
    start: 'Vor dem Training behält die Schicht beides gleichermaßen, das Gefragte und das Übrige.',
    plateau:
      'Das Netz antwortet ungefähr mit dem Mittel beider Koordinaten: Es hat noch nicht verstanden, wonach der Kontext fragt.',
    merging: (width: string) =>
      `Punkte, die sich nur in dem nicht Gefragten unterscheiden, sind zusammengerückt, obwohl die Aufgabe noch nicht ganz gelernt ist: Im Mittel sind die beiden Flächen ${width}-mal so breit wie lang.`,
    drawnTogether: (width: string) =>
      `Punkte, die sich nur in dem nicht Gefragten unterscheiden, sind zusammengerückt: Im Mittel sind die beiden Flächen ${width}-mal so breit wie lang.`,
    merged: (width: string) =>
      `Punkte, die sich nur in dem nicht Gefragten unterscheiden, sind verschmolzen: Jeder Kontext ist fast zur Linie geworden, im Mittel ${width}-mal so breit wie lang.`,
    undefined:
      'Die Schicht gibt Punkten, die sich in dem Gefragten unterscheiden, dieselben Aktivierungen, etwa weil alle ihre Einheiten tot sind: Es gibt keinen Index.',
    partly: 'Das nicht Gefragte zählt noch, aber weniger als das Gefragte.',
    kept: 'Die Aufgabe ist gelernt, und doch behält die Schicht beide Merkmale.',
    index: (layer: number, index: string) => `Kollapsindex der verborgenen Schicht ${layer + 1}: ${index}.`,
    finished: 'Das Training ist zu Ende.',
  },
} satisfies Words<typeof English>;
