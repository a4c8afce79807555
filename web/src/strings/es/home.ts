/** Words of the demonstration on the home page. */
import type { homeStrings as English } from '../home.ts';
import type { Words } from '../words.ts';

export const homeStrings = {
  heading: 'En vivo: dos puntos en una red de 20 capas',
  unit: 'distancia al cuadrado',
  time: 'tiempo (épocas)',
  h: { label: 'dentro', name: 'dentro, h', theory: 'dentro, teoría' },
  y: { label: 'salida', name: 'en la salida, y', theory: 'en la salida, teoría' },
  note: 'continua: medido mientras se entrena; discontinua: teoría, ajustada a lo visto hasta ahora',
  again: 'Otra vez, con pesos nuevos',
  pause: 'Pausa',
  resume: 'Continuar',
  failed: 'La ejecución en vivo no se ha podido poner en marcha en este navegador.',
  done: (r2: string) => `Ajuste de la teoría a la distancia oculta: R² ${r2}.`,
} satisfies Words<typeof English>;
