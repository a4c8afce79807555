/** What the digits lab says about a fit. */
import type { digitsMisfitStrings as English } from '../digits-misfit.ts';
import type { Words } from '../words.ts';

export const digitsMisfitStrings = {
  count: (n: number) => n.toLocaleString('de'),
  always: (others: string, sse: string) =>
    `Die Gleichungen kennen diese beiden Bilder und sonst nichts, während ${others} andere dieselben Gewichte trainierten. Jede Übereinstimmung ist daher mehr, als die Theorie verspricht. Die einfache Fehlerquadratsumme ist ${sse}; die Arbeit nennt 324 für eine 0 und eine 1 ihrer eigenen. Solche Summen wachsen mit der Größe von h und der Zahl der Aufzeichnungen; vergleiche sie also nur grob, die erklärten Anteile lassen sich besser vergleichen.`,
  headlines: {
    early: 'Zu früh für ein Urteil: Dieses Paar ist noch nicht gelernt, und die Raten werden sich noch ändern.',
    unlearnt: (worst: string) =>
      `Dieses Paar war am Ende des Trainings nicht gelernt: Nur ein Teil seines Wegs lässt sich vergleichen. ${worst}`,
    close: (share: string, others: string) =>
      `Nah: Von jeder Kurve sind mindestens ${share} der Varianz erklärt, obwohl ${others} andere Bilder dieselben Gewichte trainierten.`,
    partial: 'Die Gestalt stimmt, die Einzelheiten nicht.',
    poor: (worst: string) => `Schlecht. ${worst}`,
  },
  worst: (share: string) => `Von der schlechtesten Kurve sind ${share} der Varianz erklärt.`,
  worseThanMean: 'Für mindestens eine Kurve wäre ihr Mittelwert besser geraten.',
  reasons: {
    oneClass: 'Beide Bilder zeigen dieselbe Ziffer, ihre Zielwerte fallen also zusammen. Die Theorie lässt h dann nur schrumpfen oder bleiben.',
    againstW: (share: string) =>
      `In der Theorie wächst h genau dann, wenn w negativ ist. Hier ging ${share} seiner Bewegung in die andere Richtung: Die anderen Bilder bewegen auch diese beiden.`,
    rise: (here: string, fit: string, slower: boolean) =>
      `h brauchte ${here} Epochen für die Mitte seines Anstiegs, von einem Zehntel bis neun Zehntel; die beste Anpassung braucht ${fit}. ${
        slower
          ? 'Bilder derselben beiden Ziffern, jedes zu seiner Zeit gelernt, können den Anstieg strecken.'
          : 'Die anderen nehmen dieses Paar vielleicht schneller mit, als es allein ginge.'
      }`,
    lead: (here: string, fit: string, earlier: boolean) =>
      `w war in Epoche ${here} auf halbem Weg zu seinem tiefsten Wert, in der besten Anpassung in Epoche ${fit}: Das Netz beginnt ${earlier ? 'früher' : 'später'} als die Theorie, dieses Paar zu lernen.`,
    fallBack: (share: string) =>
      `h stieg und fiel dann um ${share} seiner Spanne zurück. In der Theorie bewegt sich nichts zurück, wenn das Paar gelernt ist; Bilder, die noch gelernt werden, ziehen daran.`,
    afterLearning: (share: string) =>
      `${share} der Spanne von h wurden erst durchlaufen, als dieses Paar so gut wie gelernt war. Für die Theorie bleibt dann nichts zu tun, für die anderen Bilder schon.`,
    noise: (share: string, batch: number, of: string) =>
      `h zittert von Aufzeichnung zu Aufzeichnung um ${share} seiner Spanne. Die Gleichungen sind glatt: Sie beschreiben einen Gradientenfluss, und jeder Schritt sieht hier nur ${batch} von ${of} Bildern.`,
    steps: (share: string) =>
      `h zittert von Aufzeichnung zu Aufzeichnung um ${share} seiner Spanne, obwohl jeder Schritt alle Bilder sieht: Die Schritte sind zu groß für den glatten Fluss, den die Gleichungen beschreiben.`,
    short: (y: string, target: number, others: string) =>
      `Die Ausgaben der beiden stehen bei y = ${y}, ihre Zielwerte haben den Abstand ${target}. Die Theorie erreicht das Ziel am Ende immer; das Netz hat ${others} andere Ziele zu treffen.`,
    end: (predicted: string, here: string) => `Die Theorie endet bei h = ${predicted}, das Netz steht bei ${here}.`,
    first: 'In der ersten verborgenen Schicht schneidet die Theorie auch in der Arbeit am schlechtesten ab: Eine einzelne Schicht ist keine flexible Abbildung.',
  },
} satisfies Words<typeof English>;
