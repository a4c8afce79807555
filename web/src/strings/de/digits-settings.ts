/** Words of the digits lab's settings. */
import { sayAllowed } from '../../shell/allowed.ts';
import type { digitsSettingsStrings as English } from '../digits-settings.ts';
import type { Words } from '../words.ts';
import { coreWords } from './core-words.ts';

const count = (n: number) => n.toLocaleString('de');

export const digitsSettingsStrings = {
  start: 'Beginnen mit',
  ownSources: { custom: 'Eigene Bilder', cifar10: 'Fotos (CIFAR-10)' },
  trainCount: 'Trainingsbilder',
  trainHint: 'Woraus das Netz lernt, gleichmäßig auf die Ziffern verteilt.',
  upTo: (n: number) => `Hier höchstens ${count(n)}.`,
  whole: (least: number, most: number) => `eine ganze Zahl von ${count(least)} bis ${count(most)}`,
  refused: (value: string, allowed: string) => `${value} geht nicht; erlaubt: ${sayAllowed(coreWords, allowed)}.`,
  batchSetAside: (batch: number) =>
    `Das sind weniger als ein Batch von ${count(batch)}: Jeder Schritt nimmt sie alle. Ab ${count(batch)} Bildern haben Batches wieder ${count(batch)}.`,
  heldOutCount: 'Zurückgehaltene Bilder',
  heldOutHint: 'Nie zum Training benutzt: Sie prüfen, was das Netz gelernt hat.',
  settings: 'Weitere Einstellungen',
  parameters: (n: number) => `${count(n)} Gewichte und Biases`,
} satisfies Words<typeof English>;
