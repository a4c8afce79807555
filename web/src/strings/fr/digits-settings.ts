/** Words of the digits lab's settings. */
import { sayAllowed } from '../../shell/allowed.ts';
import type { digitsSettingsStrings as English } from '../digits-settings.ts';
import type { Words } from '../words.ts';
import { coreWords } from './core-words.ts';

const count = (n: number) => n.toLocaleString('fr');

export const digitsSettingsStrings = {
  start: 'Partir de',
  ownSources: { custom: 'Vos propres images', cifar10: 'Photographies (CIFAR-10)' },
  trainCount: 'Images d’entraînement',
  trainHint: 'Ce dont le réseau apprend, réparti également entre les chiffres.',
  upTo: (n: number) => `${count(n)} au plus ici.`,
  whole: (least: number, most: number) => `un nombre entier de ${count(least)} à ${count(most)}`,
  refused: (value: string, allowed: string) => `${value} ne convient pas\u00a0; admis\u00a0: ${sayAllowed(coreWords, allowed)}.`,
  batchSetAside: (batch: number) =>
    `C’est moins qu’un lot de ${count(batch)}\u00a0: chaque pas les prend toutes. À partir de ${count(batch)} images, les lots sont de nouveau de ${count(batch)}.`,
  heldOutCount: 'Images mises de côté',
  heldOutHint: 'Jamais utilisées pour entraîner\u00a0: elles éprouvent ce que le réseau a appris.',
  settings: 'Plus de réglages',
  parameters: (n: number) => `${count(n)} poids et biais`,
} satisfies Words<typeof English>;
