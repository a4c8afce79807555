/** Words of the page on a class. */
import type { classStrings as English } from '../class.ts';
import type { Words } from '../words.ts';

export const classStrings = {
  open: 'Dateien öffnen',
  openFolder: 'Einen Ordner öffnen',
  drop: 'oder hier ablegen, auch Ordner',
  save: 'Als CSV speichern',
  remove: 'Alle entfernen',
  reading: 'Wird gelesen …',
  read: (students: number, answers: number) =>
    `${students} ${students === 1 ? 'Person' : 'Personen'}, ${answers} ${answers === 1 ? 'Antwort' : 'Antworten'}.`,
  nothing: 'Keine dieser Dateien enthält Antworten.',
  refusedTitle: (count: number) => `${count} ${count === 1 ? 'Datei wurde' : 'Dateien wurden'} nicht genommen`,
  refused: {
    json: 'es ist kein JSON',
    format: 'sie enthält keine Antworten; erlaubt: eine Datei, die am Ende eines Kapitels, eines Arbeitsblatts oder des ganzen Kurses mit „Als Datei speichern“ gespeichert wurde, oder ein Arbeitsblatt selbst',
    none: 'keine Antwort darin war lesbar',
    size: (bytes: string, most: string) => `sie hat ${bytes} Byte; erlaubt: höchstens ${most}`,
  },
  missing: (chapter: string) => `Das Kapitel ${chapter} ließ sich nicht laden; seine Antworten werden gezählt und nicht bewertet.`,
  table: {
    title: 'Wer was getan hat',
    student: 'Person',
    last: 'Letzte Antwort',
    cell: (answered: number, right: number, judged: number) =>
      judged > 0 ? `${answered} (${right} von ${judged} richtig)` : `${answered}`,
    none: '–',
    of: (questions: number) => `von ${questions}`,
  },
  erred: {
    title: 'Wo die meisten sich irrten',
    note: 'Fragen, die mindestens drei Personen vorhergesagt haben und die bewertet sind, die am häufigsten falschen zuerst.',
    none: 'Für eine Aussage sind zu wenige Vorhersagen bewertet.',
    share: (wrong: number, judged: number) => `${wrong} von ${judged} nicht richtig`,
  },
  spread: {
    title: 'Wie die Vorhersagen streuen',
    tally: (answered: number, right: number, wrong: number) =>
      [`${answered} beantwortet`, ...(right + wrong > 0 ? [`${right} richtig`, `${wrong} nicht`] : [])].join(', '),
    count: (count: number) => `${count}`,
    between: (from: string, to: string) => `${from} bis ${to}`,
    outcome: (values: string) => `Läufe ergaben ${values}.`,
    shown: 'was Läufe zeigten',
    drawings: (count: number) => `Zeichnungen von ${count} ${count === 1 ? 'Person' : 'Personen'}`,
    student: (name: string) => `gezeichnet von ${name}`,
    run: 'ein Lauf',
    time: 'Zeit (Anteil des Laufs)',
    matrix: 'Korrelation mit den gemessenen Abständen',
    nobody: 'niemand hat geantwortet',
    left: (count: number) =>
      `${count} weitere ${count === 1 ? 'Antwort gehört' : 'Antworten gehören'} zu keiner Frage des Kapitels, wie es jetzt ist.`,
  },
  csv: { student: 'Person', chapter: 'Kapitel', question: 'Frage', answer: 'Antwort', outcome: 'Ergebnis', verdict: 'Urteil', time: 'Zeit' },
} satisfies Words<typeof English>;
