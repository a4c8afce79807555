/** Words of the digits lab's settings. */
import { sayAllowed } from '../../shell/allowed.ts';
import type { digitsSettingsStrings as English } from '../digits-settings.ts';
import type { Words } from '../words.ts';
import { coreWords } from './core-words.ts';

const count = (n: number) => n.toLocaleString('es');

export const digitsSettingsStrings = {
  start: 'Empezar con',
  ownSources: { custom: 'Tus propias imágenes', cifar10: 'Fotografías (CIFAR-10)' },
  trainCount: 'Imágenes de entrenamiento',
  trainHint: 'De lo que aprende la red, repartido por igual entre los dígitos.',
  upTo: (n: number) => `Aquí, ${count(n)} como mucho.`,
  whole: (least: number, most: number) => `un número entero de ${count(least)} a ${count(most)}`,
  refused: (value: string, allowed: string) => `${value} no sirve; permitido: ${sayAllowed(coreWords, allowed)}.`,
  batchSetAside: (batch: number) =>
    `Son menos que un lote de ${count(batch)}: cada paso las usa todas. A partir de ${count(batch)} imágenes, los lotes vuelven a ser de ${count(batch)}.`,
  heldOutCount: 'Imágenes reservadas',
  heldOutHint: 'Nunca se entrena con ellas: ponen a prueba lo que la red ha aprendido.',
  settings: 'Más ajustes',
  parameters: (n: number) => `${count(n)} pesos y sesgos`,
} satisfies Words<typeof English>;
