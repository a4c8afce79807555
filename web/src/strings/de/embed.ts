/** Words of embedded labs, and of the dialog that offers them. */
import type { embedStrings as English } from '../embed.ts';
import type { Words } from '../words.ts';

export const embedStrings = {
  waiting: 'Das Labor beginnt, sobald es zu sehen ist.',
  open: 'In Reprise öffnen',
  full: (title: string) => `Das ganze Labor mit diesen Einstellungen: ${title}`,
  lab: (title: string) => `Reprise-Labor: ${title}`,
  unavailable: (reason: string) =>
    `Dieses Labor trainiert ein Netz in deinem Browser, und diese Seite lässt das nicht zu: ${reason}`,
  stored: (title: string) => `Stattdessen eine gespeicherte Abbildung eines Laufs von „${title}“.`,
  openInstead: 'Das Labor auf seiner eigenen Seite öffnen',
  again: 'Noch einmal versuchen',
  ignored: 'Einiges, was diese Seite verlangt, ist unbekannt:',
} satisfies Words<typeof English>;
