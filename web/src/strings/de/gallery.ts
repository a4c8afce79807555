/** Words of the page "The paper, figure by figure". */
import type { figureWords as Figures, galleryStrings as English, settingWords as Settings } from '../gallery.ts';
import type { Words } from '../words.ts';

export const figureWords = {
  trajectories: {
    question: 'Folgen drei Gleichungen mit zwei angepassten Raten dem Weg zweier Punkte in ganz verschiedenen Netzen?',
    reading:
      'Jede Einstellung ist ein anderes Netz; sie unterscheiden sich in Tiefe, Breite, Aktivierung, Architektur oder Optimierer. Durchgezogene Linien sind darin gemessen, gestrichelte sind die Theorie mit den beiden Raten, die am besten passen. Die Schicht ist die, in der die Theorie am besten abschneidet.',
    why: 'Adam, eine Verstärkung von 1,4 und die Faltungen werden wegen des Mittelwerts der Zielwerte verfehlt, von dem die Theorie annimmt, dass er getrennt von ihrem Unterschied gelernt wird. Mit um null zentrierten Zielwerten, so dass es keinen Mittelwert zu lernen gibt, schießt h unter Adam in keinem von fünf Netzen über, und bei Verstärkung 1,4 wächst es um 6 bis 26 Prozent, wie die Theorie es erwartet, wo es um 34 bis 40 geschrumpft war (je drei Netze; R² von h 0,58 bis 0,94 statt −35 bis −21). Die drei Netze mit Faltungen, deren Signal erlosch, lernen dann alle (R² von h 0,96 bis 0,98); mit den Zielwerten der Arbeit blieb es in dreimal so vielen Epochen erloschen (zwei versucht).',
  },
  depth: {
    question: 'In welcher verborgenen Schicht gilt die Theorie?',
    reading:
      'Ein Lauf, die Theorie an jede seiner Schichten angepasst. Die Theorie nimmt an, dass die Schichten auf beiden Seiten der betrachteten jede kleine Änderung machen können. Nahe der Eingabe sind davor zu wenige, nahe der Ausgabe danach.',
  },
  altered: {
    question: 'Passen gerade diese drei Gleichungen, oder täten es andere ebenso?',
    reading:
      'Derselbe Lauf, angepasst von der Theorie und von vier Systemen mit je einem geänderten Term. In den Kurven sind beide Raten frei; eine Abweichung ist also das, was keine Wahl der Raten beheben kann. Der Code der Autoren hielt für die ersten beiden in Wirklichkeit das Verhältnis der Raten fest; was herauskam, steht hier für beides.',
  },
  'final-structure': {
    question: 'Wo enden zwei Punkte, wenn ihre Eingaben und ihre Zielwerte näher beieinander oder weiter auseinander liegen?',
    reading:
      'Jeder Punkt ist ein Netz, das zwei Punkte in einem anderen Abstand gelernt hat. Auf der gestrichelten Diagonale stimmt die geschlossene Formel; eine Einstellung hat ein Verhältnis der Raten für alle ihre Punkte.',
    why: 'Die Theorie hält beide Raten für Konstanten, was auch der Abstand ist. Das eigene Ende jedes Netzes sagt, welches Verhältnis dorthin geführt hätte: In glatten Netzen, und mit Skip-Verbindungen oder Dropout, ist es bei jedem Abstand dasselbe; mit ReLU, Leaky-ReLU, Faltungen und Adam nicht, und in einem Netz, das seinen verborgenen Abstand schrumpft, wie bei Verstärkungen von 1,3 und 1,4, führt kein Verhältnis dorthin. Ob null zwischen den beiden Eingaben liegt, entscheidet es nicht: In schmalen Netzen (drei Startwerte), deren Eingaben bei jedem Abstand zu beiden Seiten der Null liegen oder auf einer Seite, fällt das Verhältnis von |dx| = 0,5 bis 1,5 um einen Faktor 3 bis 4, wie an den Stellen der Autoren. Auch der Mittelwert der Zielwerte unter Adam ist es nicht: Mit um null zentrierten Zielwerten (ein Startwert, |dy*| = 1) endet h bei 0,35, 1,99 und 0,86 für |dx| = 0,5, 1 und 1,5, auch dann in keiner Ordnung.',
  },
  xor: {
    question: 'Vier Punkte statt zweier: Lassen sich ihre Abstände Paar für Paar vorhersagen?',
    reading:
      'Abstände zwischen den vier verborgenen Repräsentationen: vor dem Training, danach und nach der geschlossenen Formel, mit dem Verhältnis der Raten aus dem Standardnetz für zwei Punkte. Nach der geschlossenen Formel verschmelzen Punkte mit derselben Antwort (00 und 11, 01 und 10), wenn reich gelernt wird.',
  },
  'feature-collapse': {
    question: 'Lässt ein Netz los, was die Antwort nicht braucht?',
    reading:
      'Bilder eines Flecks mit einem Kontext, der sagt, nach welcher seiner beiden Koordinaten gefragt ist. Die andere ist irrelevant. Ein Netz, das sie loslässt, hält Bilder, die sich nur in ihr unterscheiden, an einem Ort.',
  },
  'rich-to-lazy': {
    question: 'Was entscheidet über den Abstand am Ende: die Daten, oder die Gewichte, mit denen das Netz begann?',
    reading:
      'Jeder Punkt ist ein Lauf; nach rechts sind die Anfangsgewichte größer. Nach der geschlossenen Formel führen kleine Gewichte jeden Lauf zu einem Abstand, den die Daten bestimmen (der reiche Grenzfall), und große lassen ihn, wo er begann (der träge Grenzfall).',
  },
  'digits-trajectories': {
    question: 'Folgt eine Theorie zweier Punkte zwei Ziffern unter Tausenden?',
    reading: 'Das Netz lernt handgeschriebene Ziffern; die Theorie weiß nur von zweien davon und ist an ihren Abstand angepasst.',
  },
  'digits-structure': {
    question: 'Lassen sich die Abstände zwischen hundert handgeschriebenen Ziffern vorhersagen?',
    reading: 'Quadrierte Abstände zwischen verborgenen Repräsentationen von Ziffern, nach Klassen geordnet, gemessen und aus Paaren vorhergesagt.',
  },
  fashion: {
    question: 'Geht es über Ziffern hinaus? Dieselben Auswertungen mit Bildern von Kleidung',
    reading: 'Dieselben Fragen wie bei den Ziffern, gestellt an Fashion-MNIST. Das steht nicht in der Arbeit.',
    why: 'Die meisten der gemittelten Netze haben mit Adams Schritten von 0,005 nicht gelernt. Mit Schritten von 0,001 enden drei von dreien bei einer Genauigkeit von 0,83 bis 0,85 auf zurückgehaltenen Bildern, und in jedem korreliert die geglättete Vorhersage über alle Paare mit 0,46 bis 0,50. Das ist kein Erfolg der Theorie: Ob zwei Bilder von einer Klasse sind, ergibt allein schon 0,47 bis 0,52, und zwischen Klassen ist die Vorhersage nicht besser als Zufall (0,00 bis 0,11).',
  },
  attention: {
    question: 'Geht es über Schichten hinaus? Dieselben Gleichungen an einem Block mit Self-Attention',
    reading: 'Self-Attention mit Skip-Verbindungen und Layer Norm. Das steht nicht in der Arbeit.',
  },
  ablation: {
    question: 'Welche Einzelheiten eines Netzes verfehlt die Theorie, und wie sehr?',
    reading: 'Je eine Einstellung gegenüber dem Standardnetz geändert. Das steht nicht in der Arbeit.',
    why: 'Zwei Punkte mit einem so kleinen Abstand wie |dx|^2 = 0,1 werden in der gegebenen Zeit nicht gelernt, die Anpassung gilt also einem Anfang: In drei von drei Netzen, bei |dy*|^2 = 0,5 und bei 2, endete der Fehler dort, wo beide Punkte eine Antwort bekommen, |dy*|^2 / 8. Im Weg steht ihnen nicht der Mittelwert der Zielwerte, denn mit zentrierten Zielwerten war es ebenso. Bei |dy*|^2 = 0,5 bekamen sie zehnmal so viele Epochen: Eines lernte innerhalb der dreifachen Zeit, alle drei innerhalb der zehnfachen.',
  },
  alignment: {
    question: 'Kommen Netze, die getrennt voneinander lernen, zur selben Geometrie?',
    reading:
      'Lineares CKA sagt, wie ähnlich zwei Netze dieselben Punkte anordnen, wie auch immer jedes gedreht oder vergrößert ist: 1 ist dieselbe Gestalt. Jede Linie ist ein Paar von Netzen mit verschiedenem Startwert, oder der Median von fünf Paaren. Die grauen Linien haben nichts damit zu tun, dasselbe zu lernen: ein Netz, das die Zielwerte anderer Punkte lernte, und die Eingaben, die alle sehen. Das steht nicht in der Arbeit.',
  },
} satisfies Words<typeof Figures>;

export const settingWords = {
  adam: 'Adam',
  cnn: 'Faltungen',
  elu: 'ELU',
  relu: 'ReLU',
  skip: 'Skip-Verbindungen',
  swish: 'Swish',
} satisfies Words<typeof Settings>;

export const galleryStrings = {
  none: 'Diese Seiten wurden ohne gespeicherte Ergebnisse gebaut.',
  contents: 'Die Abbildungen auf einen Blick',
  columns: { figure: 'Abbildung', question: 'Frage', outcome: 'Ergebnis' },
  within: 'kam heraus wie angekündigt',
  outside: 'kam nicht heraus wie angekündigt',
  paperShowed: 'Die Arbeit',
  where: (where: string) => ` (${where})`,
  band: 'Vorher festgelegt',
  cameOut: 'Was herauskam',
  asTheAuthors: 'Hier, so gerechnet wie von den Autoren',
  anotherWay: 'Hier, auf andere Weise',
  why: 'Warum: ein Experiment dazu',
  seeds: (count: number) => (count === 1 ? 'ein Startwert' : `${count} Startwerte`),
  quick: 'Die gespeicherten Läufe sind verkleinert: Schichten mit höchstens 100 Einheiten; vergleichbar ist also nur die Gestalt.',
  numbers: {
    caption: (seeds: string) => `Gespeichertes Ergebnis, ${seeds}: Median, mit dem kleinsten und dem größten.`,
    all: (count: number) => `Alle ${count} Zahlen`,
    quantity: 'Größe',
    paper: 'Arbeit',
    ours: 'hier gespeichert',
    absent: '–',
    without: (count: number) => `${count} ohne Wert`,
  },
  altered: 'Brich die Gleichungen selbst',
  loading: 'Das gespeicherte Ergebnis wird geladen …',
  failed: (reason: string) => `Das gespeicherte Ergebnis ließ sich nicht zeigen: ${reason}`,
  again: 'Noch einmal versuchen',
  choose: 'Einstellung',
  setting: (name: string, title: string) => `${name}: ${title}`,
  showAll: 'Alle Abbildungen jetzt laden, wie zum Drucken',
  allShown: 'Alle Abbildungen sind geladen.',
  stored: 'gespeichert',
  storedName: (name: string) => `${name}, gespeicherter Lauf`,
  here: 'hier',
  hereName: (name: string) => `${name}, hier gelaufen`,
  describe: {
    over: (title: string) => `über ${title}`,
    curve: (name: string, first: string, last: string, [from, to]: [string, string]) =>
      `${name}: ${first} bei ${from}, ${last} bei ${to}`,
    dots: (name: string, count: number, x: [string, string], y: [string, string]) =>
      `${name}: ${count} Punkte, quer von ${x[0]} bis ${x[1]}, hoch von ${y[0]} bis ${y[1]}`,
  },
  points: {
    colour: 'Farbe',
    withUnit: (label: string, unit: string) => `${label} (${unit})`,
    explained: (shares: readonly string[]) => `Die drei Achsen enthalten ${shares.join(' %, ')} % der Varianz.`,
    description: (heading: string, count: number, colour: string) =>
      `${heading}: ${count} Punkte in drei Dimensionen, gefärbt nach ${colour}.`,
  },
  rerun: {
    titleOf: (figure: string) => `Hier noch einmal laufen lassen: ${figure}`,
    size: 'Umfang',
    workers: (count: number) => (count === 1 ? 'ein Prozess' : `${count} Prozesse zugleich`),
    run: 'Hier noch einmal laufen lassen',
    pause: 'Pause',
    resume: 'Weiter',
    stop: 'Abbrechen',
    forget: 'Diesen Lauf entfernen',
    measuredIn: (networks: number) => (networks === 1 ? 'gemessen, ein Netz' : `gemessen, ${networks} Netze gemittelt`),
    digitsStructure: (networks: number, all: string, across: string) =>
      `${networks === 1 ? 'In einem Netz' : `Im Mittel über ${networks} Netze`} korrelieren gemessene und geglättete Abstände mit ${all}, und mit ${across} ohne Paare einer Ziffer.`,
    featureCollapse: (index: string, runs: number) =>
      `Der Kollapsindex, Abstand entlang des irrelevanten Merkmals durch den entlang des relevanten, endet bei ${index}${runs === 1 ? '' : `, im Median über ${runs} Läufe`}.`,
    runs: (count: number) => (count === 1 ? 'ein Lauf' : `${count} Läufe`),
    estimating: 'dieses Gerät wird gemessen …',
    estimate: (time: string) => `etwa ${time} auf diesem Gerät`,
    atMost: (time: string) => `höchstens ${time} auf diesem Gerät`,
    fetches: 'lädt zuerst die Bilder; die Dauer zeigt sich im Lauf',
    estimateFailed: 'die Dauer ließ sich nicht schätzen',
    progress: 'Fortschritt der Läufe',
    doneOf: (done: number, runs: number) => `${done} von ${runs} Läufen`,
    left: (time: string) => `noch etwa ${time}`,
    atMostLeft: (time: string) => `noch höchstens ${time}`,
    paused: 'angehalten',
    preparing: 'wird vorbereitet',
    finishing: 'die Theorie wird angepasst',
    stopped: 'Abgebrochen. Von diesen Läufen wurde nichts behalten.',
    kept: (size: string, when: string) => `Hier gelaufen, ${size}, ${when}.`,
    notKept: 'Dieser Browser speichert nichts, das Ergebnis hält also, bis du die Seite verlässt.',
    same: (count: number) =>
      count === 1
        ? 'Gleich dem gespeicherten Lauf: dieselben Zahlen bis aufs letzte Bit.'
        : `Gleich den gespeicherten Läufen: Alle ${count} enden bei denselben Zahlen bis aufs letzte Bit.`,
    differs: (name: string, what: string, here: string, stored: string) =>
      `Nicht gleich: ${name} endete hier bei ${what} = ${here}, im gespeicherten Lauf bei ${stored}.`,
    partly: (same: number, compared: number) => `${same} von ${compared} Läufen sind den gespeicherten gleich.`,
    incomparable: 'Das sind nicht die Einstellungen der gespeicherten Läufe; vergleichbar ist also nur die Gestalt.',
    diverged: (name: string, message: string) => `${name} ist divergiert: ${message}`,
    failed: (name: string, message: string) => `${name} wurde aufgegeben: ${message}`,
    overlay: 'Kräftig: hier gelaufen. Blass: gespeichert.',
  },
  sentences: {
    trajectories: (layer: number, runs: number, h: string, y: string, w: string) =>
      `${layerOf(layer, runs)} ist R² ${h} für h, ${y} für y und ${w} für w.`,
    altered: (times: string, runs: number) =>
      `Fehlerquadratsumme geteilt durch die der Theorie${runs === 1 ? '' : `, in den Medianen über ${runs} Läufe`}: ${times}.`,
    depth: (layer: number, runs: number, misfit: string, first: string) =>
      `${runs === 1 ? 'In diesem Lauf' : `In den Medianen über ${runs} Läufe`} ist die Fehlerquadratsumme in Schicht ${layer} am kleinsten: ${misfit}, gegen ${first} in Schicht 0.`,
    finalStructure: (runs: number, correlation: string, ratio: string) =>
      `Über ${runs} Läufe korrelieren vorhergesagte und gemessene Abstände mit ${correlation} (Verhältnis der Raten ${ratio}).`,
    xor: (correlation: string, ratio: string) =>
      `Vorhergesagte und gemessene Abstände der sechs Paare korrelieren mit ${correlation} (Verhältnis der Raten ${ratio}).`,
    richToLazy: (gains: number, worst: string, gain: string) =>
      `Von ${gains} Verstärkungen liegt ${gain} am weitesten von der geschlossenen Formel: um einen Faktor ${worst} daneben.`,
    measuredIn: (networks: number) => (networks === 1 ? 'gemessen, ein Netz' : `gemessen, ${networks} Netze gemittelt`),
    digitsStructure: (networks: number, all: string, across: string) =>
      `${networks === 1 ? 'In einem Netz' : `Im Mittel über ${networks} Netze`} korrelieren gemessene und geglättete Abstände mit ${all}, und mit ${across} ohne Paare einer Ziffer.`,
    featureCollapse: (index: string, runs: number) =>
      `Der Kollapsindex, Abstand entlang des irrelevanten Merkmals durch den entlang des relevanten, endet bei ${index}${runs === 1 ? '' : `, im Median über ${runs} Läufe`}.`,
    runs: (count: number) => (count === 1 ? 'Ein Lauf ist beendet.' : `${count} Läufe sind beendet.`),
  },
  sizes: {
    one: 'ein Startwert, wie gespeichert',
    all: (seeds: number) => `alle ${seeds} Startwerte, wie gespeichert`,
    reduced: 'verkleinert: Schichten mit 100 Einheiten, ein Startwert',
    half: 'verkleinert: die Hälfte der Epochen',
  },
} satisfies Words<typeof English>;

const layerOf = (layer: number, runs: number) =>
  runs === 1 ? `In Schicht ${layer}` : `In Schicht ${layer}, in den Medianen über ${runs} Läufe,`;
