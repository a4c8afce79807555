import type { savedRunsStrings as English } from '../saved-runs.ts';
import type { Words } from '../words.ts';

export const savedRunsStrings = {
  drop: 'Gespeicherten Lauf hier ablegen, um ihn neben dem eigenen zu sehen',
  refused: (file: string, reason: string) =>
    `${file} lässt sich nicht öffnen: ${reason}. Der eigene Lauf ist, wie er war.`,
  otherTask: (kind: string, lab: string) =>
    `die Aufgabe dieses Labors, ${kind}; öffne die Datei im Labor: ${lab}`,
  labs: {
    two_points: 'zwei Punkte',
    xor: 'XOR',
    images: 'Ziffern',
    feature_collapse: 'Merkmale verschmelzen',
    plane: 'Ebene',
  },
  tooLarge: (size: number, allowed: number) =>
    `sie hat ${Math.round(size / 1e6)} MB; erlaubt: ${Math.round(allowed / 1e6)} MB`,
  reference: {
    none: '–',
    byHand: 'Einer von beiden wurde während des Laufs von Hand verändert, was seine Einstellungen nicht sagen.',
    kept: (epoch: string) => `Vergleich: ein eigener Lauf, behalten bei Epoche ${epoch}`,
    file: (name: string, epoch: string) => `Vergleich: ${name}, bei Epoche ${epoch}`,
    use: 'Seine Einstellungen übernehmen',
    close: 'Schließen',
    pair: 'Punkte',
    distances: 'Beide Läufe: Abstände',
    distancesUnit: 'quadrierter Abstand',
    loss: 'Beide Läufe: Trainingsfehler',
    lossUnit: 'Fehler',
    accuracy: 'Beide Läufe: Genauigkeit',
    accuracyUnit: 'Anteil zurückgehaltener Bilder',
    time: 'Zeit (Epochen)',
    key: 'breit: der eigene Lauf; dünn und blass: der Vergleich',
    yours: (name: string) => `${name}, eigener Lauf`,
    reference: (name: string) => `${name}, Vergleich`,
    differs: 'Unterschiede',
    setting: 'Einstellung oder Ergebnis',
    referenceColumn: 'Vergleich',
    yoursColumn: 'Eigener Lauf',
    same: 'Beide Läufe haben dieselben Einstellungen.',
    sameBits: (records: number) =>
      `Alle ${records} gemeinsamen Aufzeichnungen sind bis aufs letzte Bit gleich.`,
    otherBits: 'Ihre Aufzeichnungen sind verschieden; also ist es noch etwas anderes als die Einstellungen.',
    epoch: 'erreichte Epoche',
    end: (name: string) => `${name}, letzte Aufzeichnung`,
    fit: {
      eta_h: 'angepasste Rate von h',
      eta_y: 'angepasste Rate von y',
      final_h: 'vorhergesagter Endabstand',
      sse: 'Abweichung (Summe der Quadrate)',
    },
  },
} satisfies Words<typeof English>;
