import type { Receiver } from '../../tutorial/answers.ts';
import type { tutorialStrings as English } from '../tutorial.ts';
import type { Words } from '../words.ts';

/** Words of the tutorials' own elements: questions, checkpoints, answers. */
export const tutorialStrings = {
  question: 'Erst vorhersagen',
  commit: 'Das ist meine Vorhersage: starten',
  commitOnly: 'Das ist meine Vorhersage',
  change: 'Meine Vorhersage ändern',
  skip: 'Die Frage überspringen',
  choose: 'Wähle erst eine Antwort.',
  committed: 'Deine Vorhersage steht. Das Netz trainiert …',
  waiting: 'Starte das Labor, um deine Vorhersage mit dem zu vergleichen, was geschieht.',
  skipped: 'Übersprungen. Du kannst immer noch antworten.',
  right: (said: string) => `Richtig. Wie du vorhergesagt hast: ${said}.`,
  wrong: (said: string, shown: string) =>
    `Diesmal nicht richtig. Du hast vorhergesagt: „${said}“. Der Lauf zeigte: ${shown}.`,
  unjudged: (said: string) =>
    `Du hast „${said}“ vorhergesagt. Vergleiche es mit dem, was das Labor zeigt.`,
  other: (measured: string, what: string) => `${measured} (${what})`,
  number: {
    label: 'Deine Zahl',
    choose: 'Gib erst eine Zahl an.',
    between: (min: string, max: string) => `Gib eine Zahl von ${min} bis ${max} an.`,
    atMost: (max: string) => `Das kann nicht über ${max} liegen.`,
    atLeast: (min: string) => `Das kann nicht unter ${min} liegen.`,
    negative: 'Das kann nicht negativ sein.',
    near: (yours: string, measured: string, percent: string) =>
      `Richtig, auf ${percent} % genau: Du hast ${yours} vorhergesagt, der Lauf zeigte ${measured}.`,
    off: (yours: string, measured: string, percent: string) =>
      `Diesmal nicht richtig. Du hast ${yours} vorhergesagt. Der Lauf zeigte ${measured}. Bis zu ${percent} % daneben hätte gegolten.`,
  },
  notLearnt:
    'Dieser Lauf hat die Aufgabe nicht gelernt und entscheidet nichts. Drücke „Neuer Startwert“ und starte noch einmal.',
  drawing: {
    choose: 'Zeichne zuerst deine Kurve.',
    hint: 'Zeichne mit Maus oder Finger. Mit der Tastatur: Die Pfeile nach links und rechts wählen einen Punkt, die nach oben und unten bewegen ihn.',
    start: 'Anfang',
    point: (epoch: string, value: string) => `in Epoche ${epoch}: ${value}`,
    measured: (value: string) => `; gemessen ${value}`,
    pointLabel: (k: number, of: number) => `Punkt ${k} von ${of} deiner Kurve`,
    verdict: (mean: string, epoch: string, yours: string, theirs: string) =>
      `Im Mittel liegt deine Kurve ${mean} neben der gemessenen. Am weitesten weichen sie in Epoche ${epoch} ab: Du hast ${yours} gezeichnet, das Netz war bei ${theirs}.`,
    yours: 'du',
    theirs: 'das Netz',
    good: 'Sehr nah.',
    axis: 'Zeit (Epochen)',
  },
  matrix: {
    choose: 'Stelle zuerst mindestens einen Abstand ein.',
    hint: 'Ziehe eine Zelle auf oder ab, oder wähle sie und nimm die Pfeiltasten. 0: Die beiden Punkte fallen zusammen; 1: so weit auseinander wie das fernste Paar.',
    label: 'Quadrierte Abstände, von 0 bis 1',
    cell: (a: string, b: string) => `Abstand zwischen ${a} und ${b}`,
    verdict: (yours: string) => `Korrelation deiner Matrix mit der gemessenen: ${yours}.`,
    theory: (theirs: string) => `Die der Theorie: ${theirs}.`,
    constant: 'keine (sie ist überall gleich)',
  },
  set: (lab: string, phrase: string) => `${lab}. Eingestellt: ${phrase}.`,
  reveal: 'Was geschah und warum, steht hier, sobald du vorhergesagt hast.',
  revealAnyway: 'Jetzt zeigen',
  checkpoint: {
    title: 'Aufgabe',
    done: 'Geschafft.',
    doneBefore: 'In einem früheren Lauf geschafft.',
    todo: 'Geprüft, während das Labor läuft; geschafft, sobald ein beendeter Lauf alles erfüllt:',
    now: (value: string) => `jetzt\u00a0${value}`,
    met: 'erfüllt',
    unmet: 'noch nicht',
  },
  progress: {
    questions: (done: number, all: number) => `${done} von ${all} Fragen beantwortet`,
    exercises: (done: number, all: number) =>
      `${done} von ${all} ${all === 1 ? 'Aufgabe' : 'Aufgaben'} erledigt`,
    goOn: (heading: string) => `Weiter bei „${heading}“`,
  },
  relations: {
    '<': 'unter',
    '>': 'über',
    '=': 'gleich',
    '<=': 'höchstens',
    '>=': 'mindestens',
  },
  answers: {
    title: 'Deine Antworten',
    kept: (count: number, receiver: Receiver) => {
      const one = count === 1;
      const whose = {
        nobody: count === 0 ? '' : ' und nirgends sonst',
        host: ` und ${one ? 'geht' : 'gehen'} auch an die Seite, in der diese steht`,
        lms: ` und ${one ? 'wird' : 'werden'} auch deinem Lernsystem gemeldet`,
      }[receiver];
      return count === 0
        ? `Du hast noch nichts beantwortet. Antworten ${receiver === 'nobody' ? 'bleiben' : 'liegen'} in diesem Browser${whose}.`
        : `${count} ${one ? 'Antwort liegt' : 'Antworten liegen'} in diesem Browser${whose}.`;
    },
    refused: (receiver: Receiver) =>
      ({
        nobody: 'Dieser Browser bewahrt für diese Seite nichts auf; deine Antworten halten, bis du sie verlässt.',
        host: 'Dieser Browser bewahrt für diese Seite nichts auf; deine Antworten halten hier, bis du sie verlässt. Sie gehen auch an die Seite, in der diese steht.',
        lms: 'Dieser Browser bewahrt für diese Seite nichts auf. Deine Antworten werden deinem Lernsystem gemeldet.',
      })[receiver],
    save: 'Als Datei speichern',
    clear: 'Diese Antworten löschen',
    confirm: 'Alle deine Antworten in diesem Kapitel löschen?',
    others: (count: number) =>
      `Es gibt auch Antworten zu ${count} ${count === 1 ? 'anderen Kapitel' : 'anderen Kapiteln'}.`,
    saveCourse: 'Antworten aller Kapitel speichern',
    clearCourse: 'Antworten aller Kapitel löschen',
    confirmCourse: 'Alle deine Antworten im ganzen Kurs löschen?',
  },
} satisfies Words<typeof English>;
