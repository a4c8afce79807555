/** Words of the dialog that passes a lab on. */
import type { shareStrings as English } from '../share.ts';
import type { Words } from '../words.ts';

export const shareStrings = {
  title: 'Weitergeben und einbetten',
  close: 'Schließen',
  what: (preset: string, byHand: boolean) =>
    `${preset}, mit den jetzigen Einstellungen.${byHand ? '' : ' Derselbe Link gibt immer dieselben Zahlen.'}`,
  byHand:
    'Dieser Lauf wurde von Hand verändert. Der Link gibt seine Einstellungen vom Anfang an wieder, und damit einen anderen Lauf.',
  mine: 'Diese Seiten laufen auf deinem eigenen Rechner. Lege sie auf einen Webserver, bevor du ihre Adressen weitergibst.',
  link: 'Link',
  copyLink: 'Link kopieren',
  copyCode: 'Code kopieren',
  copied: 'Kopiert',
  copiedStatus: 'In die Zwischenablage kopiert.',
  refused: 'Der Browser hat das Kopieren nicht erlaubt. Der Text ist markiert: Drücke Strg+C oder ⌘C.',
  embed: 'Einbetten, zitieren oder anderswo weitermachen',
  formatOf: 'Format',
  code: 'Code zum Einfügen',
  parts: 'Zeigen',
  theme: 'Farben',
  themes: { auto: 'Wie das System der Leser', light: 'Hell', dark: 'Dunkel' },
  height: 'Anfangshöhe (Pixel)',
  formats: {
    iframe: {
      name: 'Rahmen',
      hint: 'Geht auf Kursseiten, die iframes erlauben, auch abgeschottete. Das Skript passt, wo es erlaubt ist, die Höhe dem Inhalt an.',
    },
    element: {
      name: 'Element',
      hint: 'Für Seiten, die Skripte ausführen: ein Teil der Seite, ohne Rahmen. Das Bild darin erscheint, wo Skripte gesperrt sind.',
    },
    myst: { name: 'MyST', hint: 'Für MyST-Dokumente und Jupyter Book 2.' },
    sphinx: { name: 'Sphinx', hint: 'Für MyST Markdown in Sphinx und Jupyter Book 1.' },
    quarto: { name: 'Quarto', hint: 'Das Labor in HTML, in PDF und anderem eine gespeicherte Abbildung mit einem Link.' },
    picture: {
      name: 'Bild',
      hint: 'Eine gespeicherte Abbildung dieses Labors mit einem Link dorthin; genau diese Einstellungen zeigt sie nicht. Geht überall.',
    },
    bibtex: { name: 'BibTeX', hint: 'Zitiert diesen Zustand des Labors und die Arbeit dahinter.' },
    pytorch: {
      name: 'PyTorch',
      hint: 'Ein Skript, das dasselbe Netz mit denselben Daten trainiert und dieselben Kurven zeichnet. Seine Zufallszahlen sind andere: Vergleiche mehrere Startwerte.',
    },
  },
  noScript: {
    pictures: 'Für Labore mit Bildern gibt es kein Skript: Es müsste die Bilder mitnehmen.',
    points: 'Ein Skript gibt es für eigene Punkte, von denen keiner zurückgehalten ist. Setze oder ändere einen Punkt, dann sind es deine eigenen.',
    architecture: 'Für Attention gibt es kein Skript.',
  },
  partNames: {
    distances: 'Abstände',
    loss: 'Fehler',
    layers: 'Alle Schichten',
    fit: 'Angepasste Theorie',
    settings: 'Einstellungen',
    plane: 'Punkte in der Ebene',
    matrices: 'Matrizen',
    ratio: 'Verhältnis der Raten',
    regimes: 'Regime',
    classes: 'Wahl der Ziffern',
    curves: 'Kurven',
    pair: 'Zwei Ziffern und die Theorie',
    mistakes: 'Fehler des Netzes',
    cloud: 'Verborgene Punkte',
    units: 'Einheiten',
    weights: 'Das Netz und seine Gewichte',
    step: 'Ein Schritt, langsam',
    layer: 'Betrachtete Schicht',
    point: 'Gewählter Punkt',
    index: 'Kollaps nach Schicht',
    structure: 'Struktur',
    sweep: 'Viele Verstärkungen',
  },
} satisfies Words<typeof English>;
