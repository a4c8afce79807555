/** Words of the lab that breaks the equations. */
import type { alteredStrings as English } from '../altered.ts';
import type { Words } from '../words.ts';

export const alteredStrings = {
  label: 'Rompe las ecuaciones',
  names: {
    paper: 'la teoría',
    double_h: 'h′ duplicada',
    double_y: 'y′ duplicada',
    drop_second_y: 'segundo término de y′ suprimido',
    flip_last_w: 'último término de w′ con el signo cambiado',
  },
  toggles: {
    double_h: 'duplicar h′',
    double_y: 'duplicar y′',
    drop_second_y: 'suprimir su segundo término',
    flip_last_w: 'cambiar el signo de su último término',
  },
  terms: {
    h_scale: 'el término de h′',
    y_first: 'el primer término de y′',
    y_second: 'el segundo término de y′',
    w_first: 'el primer término de w′',
    w_last: 'el último término de w′',
  },
  factors: { 1: 'tal cual', 2: 'duplicado', [-1]: 'con el signo cambiado', 0: 'suprimido' },
  term: (term: string, state: string) => `(${term}, ${state})`,
  press: (next: string) => `Pulsa para dejarlo así: ${next}`,
  own: 'tus ecuaciones',
  equations: 'Las ecuaciones que se ajustan',
  restore: 'La teoría tal cual',
  note: 'Pulsa un término para duplicarlo, cambiarle el signo o suprimirlo. X e Y son las distancias al cuadrado de las dos entradas y de los dos objetivos. Las dos tasas η se ajustan de nuevo a lo que digan las ecuaciones.',
  chart: {
    heading: (system: string) => `Dos puntos y ${system}`,
    unit: 'distancias al cuadrado',
    time: 'tiempo (épocas)',
    press: 'Pulsa Iniciar y después cambia un término.',
    key: 'continua: medido en la red; discontinua: estas ecuaciones, ajustadas',
  },
  table: {
    title: 'Residuos de cada sistema',
    system: 'ecuaciones',
    misfit: 'residuos',
    times: 'veces los de la teoría',
    r2: (quantity: string) => `R² de ${quantity}`,
    caption: 'Residuos: suma de los errores al cuadrado sobre h, y y w, todos los registros. R² es 1 donde una curva se reproduce exactamente.',
    waiting: 'Cuando la red se haya entrenado, aquí se le ajustan las ecuaciones.',
  },
  waiting: 'Preparando la red…',
  ready: (width: number, layers: number) =>
    `Lista: ${layers} capas ocultas de ${width} unidades. Iníciala, y las ecuaciones se ajustarán a lo que haga.`,
  progress: (epoch: number, epochs: number) => `Época ${epoch} de ${epochs}.`,
  misfit: (system: string, misfit: string) => `Ajustado por ${system}: residuos ${misfit}.`,
  times: (times: string) => `Son ${times} veces los residuos de la teoría.`,
  worst: (quantity: string, r2: string) => `El peor ajuste es el de ${quantity}, con un R² de ${r2}.`,
  noFit: 'No se han encontrado tasas para estas ecuaciones.',
  drawn: (curve: string) => `${curve}, como la dibujaste`,
} satisfies Words<typeof English>;
