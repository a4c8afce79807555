/** Words of a reader's own pictures. */
import type { ownPicturesStrings as English } from '../own-pictures.ts';
import type { Words } from '../words.ts';

const count = (n: number) => n.toLocaleString('de');

export const ownPicturesStrings = {
  title: 'Eigene Bilder',
  intro:
    'Zwei IDX-Dateien wie bei MNIST (Bilder und Klassen, mit oder ohne gzip), die Binärdateien von CIFAR-10, oder Bilddateien einer Größe, deren Klasse der Name ihres Ordners ist oder der Anfang ihres eigenen Namens, wie in cat-01.png. Sie bleiben auf diesem Rechner.',
  choose: 'Dateien wählen',
  folder: 'Einen Ordner wählen',
  drop: 'oder hier ablegen',
  back: 'Zurück zu den Bildern dieser Seite',
  needTwo: (files: string, n: number) =>
    `${files || 'Nichts'}${n > 3 ? ', …' : ''}: weder Bilder noch Binärdateien von CIFAR-10. Gib zwei IDX-Dateien zusammen (Bilder und Klassen), die Binärdateien von CIFAR-10 oder Bilddateien.`,
  noClass: (file: string) =>
    `${file} hat keine Klasse: Lege sie in einen Ordner, der nach ihr heißt, oder lass ihren Namen damit beginnen, wie in cat-01.png.`,
  classes: (file: string, n: number, names: string) =>
    n > 10
      ? `${file} gehört zu einer elften Klasse: Die Bilder haben ${n} (${names}${n > 12 ? ', …' : ''}); nötig sind 2 bis 10.`
      : `${file}: Die Bilder haben 1 Klasse (${names}); nötig sind 2 bis 10.`,
  pictures: (n: number) => `${count(n)} Bilddateien`,
  label: (file: string, picture: number, label: number) =>
    `${file}: Bild ${count(picture)} hat die Klasse ${label}; erlaubt: 0 bis 9.`,
  oneClass: (file: string, name: string) =>
    name === '' ? `${file}: keine Bilder; nötig sind mindestens 2 Klassen.` : `${file}: Alle sind ${name}; nötig sind 2 bis 10 Klassen.`,
  scarce: (file: string, name: string) =>
    `${file}: Von der Klasse ${name} gibt es 1 Bild; nötig sind mindestens 2, eines zum Training und ein zurückgehaltenes.`,
  sizes: (one: string, oneSize: string, other: string, otherSize: string) =>
    `Alle Bilder müssen gleich groß sein: ${one} hat ${oneSize} Pixel, ${other} hat ${otherSize}.`,
  unreadable: (file: string) => `${file} ist kein Bild, das dieser Browser lesen kann.`,
  tooLarge: (file: string, values: number) =>
    `${file}: Mit Bildern dieser Größe sind es zusammen ${count(values)} Werte; höchstens 200.000.000 passen.`,
  tooManyBytes: (file: string) => `${file} ist größer als die 200.000.000 Byte, die passen.`,
  alike: (file: string) =>
    `${file}: Alle Bilder sind gleich, es gibt also nichts zu unterscheiden. (Durchsichtiges gilt als schwarz: Dunkle Zeichnungen auf nichts gehen verloren.)`,
  blank: (n: number, of: number, first: number) =>
    `${count(n)} von ${count(of)} Bildern ${n === 1 ? 'ist' : 'sind'} leer, überall derselbe Wert (das erste ist Bild ${count(first + 1)}): Aus ${n === 1 ? 'ihm' : 'ihnen'} lässt sich nichts lernen. Durchsichtiges gilt als schwarz.`,
  twins: (n: number, one: number, other: number, otherwise: number) =>
    `${count(n)} ${n === 1 ? 'Bild ist' : 'Bilder sind'} fast dasselbe wie ein früheres (Bild ${count(other + 1)} wie ${count(one + 1)}, zum Beispiel)${otherwise > 0 ? `, ${count(otherwise)} davon mit einer anderen Klasse` : ''}: Wird mit dem einen trainiert und das andere zurückgehalten, so ist es kein Zeichen von Lernen, dieses zu erkennen.`,
  cifar: (file: string, reason: string) => `${file} ist keine CIFAR-10-Datei: ${reason}.`,
} satisfies Words<typeof English>;
