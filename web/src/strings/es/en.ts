import { sayProblem } from '../../shell/allowed.ts';
import type { Problem } from '../../engine/protocol.ts';
import type { strings as English } from '../en.ts';
import type { Words } from '../words.ts';
import { coreWords } from './core-words.ts';

/** Words that all pages share. */
export const strings = {
  chart: {
    menu: 'Opciones de la figura',
    showTable: 'Mostrar los números',
    hideTable: 'Ocultar los números',
    csv: 'Guardar como CSV',
    png: 'Guardar como PNG',
    svg: 'Guardar como SVG',
    key: 'continua: medido; discontinua: teoría',
    nothing: 'Todavía no hay datos.',
    fromTo: (name: string, first: string, last: string) => `${name}, de ${first} a ${last}`,
    single: (name: string, value: string, at: string) => `${name}, ${value} en ${at}`,
    between: (name: string, least: string, greatest: string) => `${name}, entre ${least} y ${greatest}`,
    upright: (name: string, at: string) => `${name}, en ${at}`,
    lowest: (value: string, at: string) => `mínimo ${value} en ${at}`,
    highest: (value: string, at: string) => `máximo ${value} en ${at}`,
    range: (title: string, from: string, to: string) => `${title} de ${from} a ${to}`,
    below: (least: string) => `no se dibujan los valores por debajo de ${least}`,
    line: (heading: string) => `Línea de lectura: ${heading}`,
    noLine: 'sin poner',
    keys: 'Las flechas izquierda y derecha mueven una línea de lectura; Escape la quita.',
  },
  matrix: {
    of: (size: number) => `Matriz de ${size} por ${size} distancias.`,
    cell: (row: string, column: string, value: string) => `${row} a ${column}: ${value}`,
    cells: (heading: string) => `Celda: ${heading}`,
    noCell: 'ninguna elegida',
    keys: 'Las flechas llevan de celda en celda; Escape sale de la matriz.',
    scale: 'Escala',
  },
  run: {
    label: 'Ejecución',
    run: 'Iniciar',
    resume: 'Continuar',
    pause: 'Pausa',
    again: 'Otra vez',
    step: 'Paso',
    stepTitle: (epochs: number) => (epochs === 1 ? 'Avanzar una época' : `Avanzar ${epochs} épocas`),
    reset: 'Restablecer',
    resetTitle: 'Volver a los mismos pesos iniciales',
    newSeed: 'Nueva semilla',
    speed: 'Velocidad',
    fullSpeed: 'Máxima',
    perSecond: (epochs: number) => `${epochs} épocas/s`,
    progress: 'Progreso de la ejecución',
    epochOf: (epoch: number, epochs: number) => `época ${epoch} de ${epochs}`,
    rate: (rate: string) => `${rate} épocas/s`,
    left: (time: string) => `quedan unos ${time}`,
    states: { idle: 'lista', paused: 'en pausa', finished: 'terminada', diverged: 'divergió' },
  },
  unknownInLink: (names: string, preset: string) =>
    `Este enlace nombra cosas que aquí no existen y que se han omitido: ${names}. Está abierto «${preset}» con lo demás que dice el enlace.`,
  seed: (seed: number) => `Semilla ${seed}`,
  refused: (problem: Problem) =>
    sayProblem(coreWords, problem, (field, value, allowed) => `${field} es ${value}; permitido: ${allowed}`),
  locked: {
    why: 'Haz arriba tu predicción y se abrirá este laboratorio.',
    open: 'Abrirlo sin predecir',
  },
  failure: {
    load: 'No se pudo poner en marcha el motor de cálculo.',
    other: 'Algo ha fallado en el motor de cálculo. Tus ajustes se conservan.',
    again: 'Intentarlo otra vez',
    trap: 'El motor de cálculo se ha parado de forma inesperada. Tus ajustes se conservan.',
    restart: 'Empezar de nuevo',
  },
  update: {
    ready:
      'Hay una versión nueva de este sitio. Todas sus páginas abiertas se recargarán; tus ajustes quedan en la dirección, y una ejecución empieza de nuevo.',
    now: 'Actualizar ahora',
    later: 'Más tarde',
  },
  theme: { label: 'Colores', auto: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
} satisfies Words<typeof English>;
