import type { worksheetStrings as English } from '../worksheet.ts';
import type { Words } from '../words.ts';

export const worksheetStrings = {
  reader: {
    kicker: 'Arbeitsblatt',
    title: (title: string) => `${title} · Reprise`,
    fromLink: 'Dieses Arbeitsblatt hat gemacht, wer dir den Link gegeben hat. Was darin steht, ist von dort; die Labore, und was deine Vorhersagen beurteilt, sind von dieser Website.',
    fromFile: 'Dieses Arbeitsblatt hat gemacht, wer dir die Datei gegeben hat. Was darin steht, ist von dort; die Labore, und was deine Vorhersagen beurteilt, sind von dieser Website.',
    none: 'In dieser Adresse steht kein Arbeitsblatt. Öffne den Link, den du bekommen hast, ganz, oder die Datei:',
    refused: 'Dieses Arbeitsblatt lässt sich nicht zeigen. Vielleicht wurde es unterwegs gekürzt; bitte um eine neue Kopie oder um die Datei.',
    missing: 'Die Labore dieses Arbeitsblatts ließen sich nicht laden. Lade die Seite neu, sobald du eine Verbindung hast.',
  },
  link: {
    broken: 'der Link ist beschädigt: Das Arbeitsblatt darin lässt sich nicht auspacken',
    cannotUnpack: 'dieser Browser kann den Link nicht auspacken; bitte um die Datei des Arbeitsblatts',
    tooLarge: (most: string) => `das Arbeitsblatt im Link hat mehr als die erlaubten ${most} Bytes`,
  },
  faults: {
    json: (why: string) => `es ist kein JSON: ${why}`,
    noWorksheet: (value: string) => `kind: ${value} ist kein Arbeitsblatt; erlaubt: "reprise-worksheet"`,
    field: (field: string, value: string, allowed: string) => `${field}: ${value} ist nicht erlaubt; erlaubt: ${allowed}`,
    missing: (field: string, allowed: string) => `${field} fehlt; nötig: ${allowed}`,
    unknown: (field: string, allowed: string) => `${field} ist hier kein Feld; erlaubt: ${allowed}`,
    aValue: 'ein Wert',
    text: (longest: string, empty: boolean) => (empty ? `Text von höchstens ${longest} Zeichen` : `Text von 1 bis ${longest} Zeichen`),
    pattern: (pattern: string) => `Text wie ${pattern}`,
    number: 'eine Zahl',
    above: (least: string) => `eine Zahl über ${least}`,
    list: (least: number, longest: number) => `eine Liste von ${least} bis ${longest} Einträgen`,
    nothing: 'nichts, da es keines gibt',
    block: 'ein Block: ein Objekt mit kind',
    answer: 'eine Antwort: ein Objekt mit value und text',
    need: 'eine Bedingung: ein Objekt mit measure, relation und value',
    ownValue: 'ein Wert, den keine andere Antwort hat',
    ownId: 'eine id, die kein anderer Block hat',
    linkPreset: (lab: string) => `ein Link mit preset=… des Labors ${lab}`,
    linkFields: (names: string) => `ein Link ohne ${names}, was das Labor nicht kennt`,
    questionLink: 'Einstellungen, die Zahlen und Wahlen einer Voreinstellung ändern; eine andere Art von Netz gehört zum Labor selbst',
  },
} satisfies Words<typeof English>;
