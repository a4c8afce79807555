import type { worksheetStrings as English } from '../worksheet.ts';
import type { Words } from '../words.ts';

export const worksheetStrings = {
  reader: {
    kicker: 'Hoja de trabajo',
    title: (title: string) => `${title} · Reprise`,
    fromLink: 'Esta hoja de trabajo la hizo quien te dio el enlace. Lo que dice es suyo; los laboratorios, y lo que juzga tus predicciones, son de este sitio.',
    fromFile: 'Esta hoja de trabajo la hizo quien te dio el archivo. Lo que dice es suyo; los laboratorios, y lo que juzga tus predicciones, son de este sitio.',
    none: 'En esta dirección no hay ninguna hoja de trabajo. Abre entero el enlace que te dieron, o el archivo:',
    refused: 'Esta hoja de trabajo no se puede mostrar. Quizá se cortó por el camino; pide otra copia, o el archivo, a quien te la dio.',
    missing: 'No se han podido cargar los laboratorios de esta hoja de trabajo. Recarga la página cuando tengas conexión.',
  },
  link: {
    broken: 'el enlace está dañado: la hoja de trabajo que lleva no se puede desempaquetar',
    cannotUnpack: 'este navegador no puede desempaquetar el enlace; pide el archivo de la hoja de trabajo',
    tooLarge: (most: string) => `la hoja de trabajo del enlace tiene más de los ${most} bytes permitidos`,
  },
  faults: {
    json: (why: string) => `no es JSON: ${why}`,
    noWorksheet: (value: string) => `kind: ${value} no es una hoja de trabajo; permitido: "reprise-worksheet"`,
    field: (field: string, value: string, allowed: string) => `${field}: ${value} no está permitido; permitido: ${allowed}`,
    missing: (field: string, allowed: string) => `falta ${field}; hace falta: ${allowed}`,
    unknown: (field: string, allowed: string) => `${field} no es un campo aquí; permitido: ${allowed}`,
    aValue: 'un valor',
    text: (longest: string, empty: boolean) => (empty ? `texto de ${longest} caracteres como mucho` : `texto de 1 a ${longest} caracteres`),
    pattern: (pattern: string) => `texto como ${pattern}`,
    number: 'un número',
    above: (least: string) => `un número mayor que ${least}`,
    list: (least: number, longest: number) => `una lista de ${least} a ${longest} elementos`,
    nothing: 'nada, pues no hay ninguno',
    block: 'un bloque: un objeto con kind',
    answer: 'una respuesta: un objeto con value y text',
    need: 'una condición: un objeto con measure, relation y value',
    ownValue: 'un valor que no tenga ninguna otra respuesta',
    ownId: 'un id que no tenga ningún otro bloque',
    linkPreset: (lab: string) => `un enlace con preset=… del laboratorio ${lab}`,
    linkFields: (names: string) => `un enlace sin ${names}, que el laboratorio no conoce`,
    questionLink: 'ajustes que cambien números y opciones de un preajuste; otro tipo de red va con el propio laboratorio',
  },
} satisfies Words<typeof English>;
