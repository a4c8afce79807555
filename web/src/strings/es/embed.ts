/** Words of embedded labs, and of the dialog that offers them. */
import type { embedStrings as English } from '../embed.ts';
import type { Words } from '../words.ts';

export const embedStrings = {
  waiting: 'El laboratorio se pone en marcha cuando queda a la vista.',
  open: 'Abrir en Reprise',
  full: (title: string) => `El laboratorio completo con estos ajustes: ${title}`,
  lab: (title: string) => `Laboratorio de Reprise: ${title}`,
  unavailable: (reason: string) => `Este laboratorio entrena una red en tu navegador, y esta página no lo permite: ${reason}`,
  stored: (title: string) => `En su lugar, una figura guardada de una ejecución de «${title}».`,
  openInstead: 'Abrir el laboratorio en su propia página',
  again: 'Intentarlo otra vez',
  ignored: 'Parte de lo que pide esta página no se reconoce:',
} satisfies Words<typeof English>;
