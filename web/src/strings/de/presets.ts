/** Titles and summaries of the presets. */
import type { presetWords as English } from '../presets.ts';
import type { Words } from '../words.ts';

const leaky = 'und Leaky-ReLU statt ReLU, was wenig ändert';

export const presetWords = {
  'two-points/default': {
    title: 'Tiefes Netz mit Leaky-ReLU',
    summary: 'Ein Netz mit 20 Schichten lernt, zwei Punkte zu unterscheiden. Die Abstände zwischen ihren verborgenen Repräsentationen und zwischen ihren Ausgaben folgen den Kurven der Theorie genau.',
  },
  'two-points/shallow': {
    title: 'Zwei verborgene Schichten',
    summary: 'Nur zwei verborgene Schichten, mit kleinen Anfangsgewichten. Dieselben drei Gleichungen, mit anderen effektiven Raten, werden daran angepasst.',
  },
  'two-points/narrow': {
    title: 'Schmale Schichten',
    summary: 'Schichten mit 50 statt 500 Einheiten. Die Theorie nimmt ein so flexibles Netz an, dass seine Einheiten es nicht einschränken; das prüft, wie wenige Einheiten genügen.',
  },
  'two-points/linear': {
    title: 'Ohne Nichtlinearität',
    summary: 'Ein tiefes lineares Netz: Jede Schicht multipliziert nur mit einer Matrix. Das Lernen ist in der Zeit trotzdem nichtlinear: ein langes Plateau, dann ein schneller Anstieg.',
  },
  'two-points/elu': { title: 'ELU', summary: 'Das Standardnetz mit ELU statt Leaky-ReLU. Die Kurven behalten ihre Gestalt; die Raten ändern sich.' },
  'two-points/tanh': { title: 'tanh', summary: 'Das Standardnetz mit tanh, dessen Einheiten in die Sättigung gehen. Die Kurven behalten ihre Gestalt; die Raten ändern sich.' },
  'two-points/relu': { title: 'ReLU', summary: 'Das Standardnetz mit einfachem ReLU, das für negative Eingaben flach ist.' },
  'two-points/swish': {
    title: 'Swish (SiLU)',
    summary: 'Das Standardnetz mit SiLU, einem glatten Verwandten von ReLU. Es braucht eine größere Verstärkung, weil es von einem kleinen Signal weniger weitergibt.',
  },
  'two-points/two-layer': {
    title: 'Eine verborgene Schicht, linear',
    summary: 'Das kleinste Netz mit einer Repräsentation: eine lineare verborgene Schicht mit kleinen Anfangsgewichten. Das Lernen dauert länger und folgt der Theorie genau.',
  },
  'two-points/skip': {
    title: 'Skip-Verbindungen',
    summary: 'Von der dritten verborgenen Schicht an addiert jede die zwei Schichten davor, so dass selbst eine winzige Verstärkung das Signal durchlässt.',
  },
  'two-points/skip-one-back': {
    title: 'Skip-Verbindungen zur Schicht davor',
    summary: 'Jede verborgene Schicht addiert die vor ihr, wo die der Arbeit die zwei davor addieren. Die Hälfte des Ausgangsabstands ist nach etwa 240 Epochen gelernt, und h, y und w folgen der angepassten Theorie genau.',
  },
  'two-points/cnn': {
    title: 'Faltungen',
    summary: 'Eine voll verbundene Schicht mit 500 Einheiten, dann elf Faltungen mit 20 Kanälen ohne Auffüllen, von denen jede zehn Stellen verliert, und eine voll verbundene Schicht. Bei drei von fünf Startwerten erlischt das Signal, und der Unterschied wird nie gelernt; mit um null zentrierten Zielwerten lernen sie ihn.',
  },
  'two-points/cnn-padded': {
    title: 'Faltungen mit Auffüllen',
    summary: 'Aufgefüllte Faltungen mit 20 Kanälen, so breit wie die anderen Netze, aber mit einem Fünfzigstel der Gewichte; die der Arbeit sind nicht aufgefüllt. Die Theorie beschreibt h und y genau, und w bei manchen Startwerten weniger.',
  },
  'two-points/dropout': {
    title: 'Dropout',
    summary: 'In jedem Trainingsschritt schweigt ein Zehntel der Einheiten vor jeder linearen Schicht, die Eingabe eingeschlossen. Gemessen mit allen Einheiten schießt der Ausgangsabstand etwas über und endet nahe dem Ziel; die Theorie trifft h und y, und w grob.',
  },
  'two-points/dropout-hidden': {
    title: 'Dropout nur verborgener Einheiten',
    summary: 'In jedem Trainingsschritt schweigt ein Zehntel der verborgenen Einheiten, und keine Eingabe, wie es in der Arbeit wäre. Gemessen mit allen Einheiten schießt der Ausgangsabstand über sein Ziel hinaus und kehrt langsam zurück: Die Theorie trifft h grob, y schlecht und w gar nicht.',
  },
  'two-points/adam': {
    title: 'Adam',
    summary: 'Das Standardnetz, trainiert mit Adam, dessen Schritte für jedes Gewicht gleich groß sind. Es lernt den Mittelwert der Zielwerte und ihren Unterschied zugleich: h schießt auf ein Mehrfaches seines Endes und fällt zurück. Mit um null zentrierten Zielwerten schießt es nicht über.',
  },
  'two-points/gain-0.9': { title: 'Verstärkung 0,9', summary: 'Etwas kleinere Anfangsgewichte als sonst. Die Repräsentation ist mehr von den Daten geprägt: zum reichen Regime hin.' },
  'two-points/gain-1.1': { title: 'Verstärkung 1,1', summary: 'Etwas größere Anfangsgewichte als sonst. Von der Geometrie des Anfangs übersteht mehr das Training: zum trägen Regime hin.' },
  'two-points/gain-1.2': { title: 'Verstärkung 1,2', summary: 'Größere Anfangsgewichte. Der verborgene Abstand beginnt größer und wächst auf das Zwei- bis Dreifache, wo er sonst auf das Hundertfache wächst.' },
  'two-points/gain-1.3': { title: 'Verstärkung 1,3', summary: 'Noch größere Anfangsgewichte. Der verborgene Abstand sinkt und endet nahe dort, wo er begann; die Theorie kennt kein solches Sinken, also passt sie zu dieser Kurve schlecht.' },
  'two-points/gain-1.4': { title: 'Verstärkung 1,4', summary: 'Große Anfangsgewichte. Der verborgene Abstand schrumpft um mehr als ein Drittel, obwohl er nach der Theorie bleiben sollte: Ihn schrumpft das Lernen des Mittelwerts der Zielwerte, das die Theorie auslässt. Mit um null zentrierten Zielwerten wächst er.' },
  'two-points/gain-1.6': { title: 'Verstärkung 1,6', summary: 'Sehr große Anfangsgewichte: Der verborgene Abstand beginnt über zwanzig statt nahe 0,001 wie bei Verstärkung 1,0 und bewegt sich um etwa ein Zehntel. Die Lernrate ist winzig, und 3000 Epochen bringen die Aufgabe nicht zu Ende.' },
  'two-points/attention': {
    title: 'Self-Attention',
    summary: 'Sechs Blöcke mit Self-Attention auf vier Tokens, was die Arbeit offen lässt. Die Theorie folgt h und y genau, und w umso weniger, je tiefer der Block liegt. Größere Anfangsgewichte oder Schritte divergieren sofort, weil Layer Norm nahe null steil ist.',
  },
  'xor/rich': { title: 'XOR, reiches Regime', summary: 'Kleine Anfangsgewichte. Punkte mit demselben Zielwert liegen in der verborgenen Schicht am Ende nah beieinander, was auch immer ihre Eingaben waren.' },
  'xor/intermediate': { title: 'XOR, zwischen den Regimen', summary: 'Mittelgroße Anfangsgewichte. Die verborgene Schicht behält einen Teil der Geometrie des Anfangs und lernt einen Teil derjenigen der Zielwerte.' },
  'xor/lazy': { title: 'XOR, träges Regime', summary: 'Große Anfangsgewichte. Das Netz löst die Aufgabe, während seine verborgenen Abstände fast bleiben, wie sie am Anfang waren.' },
  'xor/shallow': { title: 'XOR, eine verborgene Schicht', summary: 'Eine einzige verborgene Schicht mit winzigen Anfangsgewichten. 01 und 10 haben denselben Zielwert und enden doch weit auseinander: Eine einzelne Schicht ist weniger frei, als die Theorie annimmt.' },
  'xor/rich-leaky': { title: 'XOR, reiches Regime, Leaky-ReLU', summary: `Kleine Anfangsgewichte, ${leaky}: Punkte mit demselben Zielwert liegen in der verborgenen Schicht am Ende nah beieinander, was auch immer ihre Eingaben waren.` },
  'xor/intermediate-leaky': { title: 'XOR, zwischen den Regimen, Leaky-ReLU', summary: `Mittelgroße Anfangsgewichte, ${leaky}: Die verborgene Schicht behält einen Teil der Geometrie des Anfangs und lernt einen Teil derjenigen der Zielwerte.` },
  'xor/lazy-leaky': { title: 'XOR, träges Regime, Leaky-ReLU', summary: `Große Anfangsgewichte, ${leaky}: Das Netz löst die Aufgabe, während seine verborgenen Abstände fast bleiben, wie sie am Anfang waren.` },
  'xor/shallow-leaky': { title: 'XOR, eine verborgene Schicht, Leaky-ReLU', summary: `Eine einzige verborgene Schicht mit winzigen Anfangsgewichten, ${leaky}: 01 und 10 haben denselben Zielwert und enden doch weit auseinander.` },
  'digits/two-classes': { title: 'Nullen und Einsen', summary: 'Ein Netz lernt, handgeschriebene Nullen von Einsen zu unterscheiden. Je eine wird durch die verborgene Schicht verfolgt und mit der Theorie verglichen, die den Anstieg trifft, aber nicht das langsame Setzen danach.' },
  'digits/three-classes': { title: 'Drei Ziffern', summary: 'Nullen, Einsen und Zweien; andere Bilder sind zurückgehalten, um das Netz zu prüfen. Eine Null und eine Eins werden durch die verborgene Schicht verfolgt; die Theorie weiß nichts von den Zweien.' },
  'digits/paper': { title: 'Alle zehn Ziffern, das Netz der Arbeit', summary: 'Netz und Zahl der Epochen wie in der Arbeit. Es trainiert mit 7.500 statt 60.000 Ziffern, eine Epoche hat also ein Achtel der Schritte, und jeder Schritt ist achtmal so groß. Der Lauf dauert Minuten.' },
  'digits/small-steps': { title: 'Alle zehn Ziffern, ein Achtel des Lernens', summary: 'Netz und Lernrate der Arbeit mit 7.500 statt 60.000 Ziffern: Eine Epoche hat ein Achtel der Schritte, und nach 200 Epochen lernt das Netz noch, mit etwa 62 % der zurückgehaltenen Ziffern richtig. Der Lauf dauert Minuten.' },
  'digits/structure': { title: 'Wie eine Schicht die Ziffern anordnet', summary: 'Das Netz der Ziffern, trainiert mit Adam, um zu sehen, wie seine Schichten hundert Ziffern anordnen. Bei drei Startwerten korrelierte, was die Theorie für jedes Paar vorhersagt, mit 0,48 bis 0,71 mit dem Gemessenen; ob beide von einer Klasse sind, mit 0,39 bis 0,68.' },
  'digits/convolutional': { title: 'Ziffern mit Faltungen', summary: 'Zwei Schichten mit 3 × 3-Faltungen lernen Nullen, Einsen und Zweien. Nach 150 Epochen sind etwa 92 % der zurückgehaltenen Ziffern richtig.' },
  'digits/attention': { title: 'Ziffern, Zeile für Zeile gelesen', summary: 'Self-Attention auf den 28 Zeilen jedes Bildes lernt Nullen, Einsen und Zweien. Nach 150 Epochen sind etwa 96 % der zurückgehaltenen Ziffern richtig.' },
  'fashion/trajectories': { title: 'Ein T-Shirt und eine Hose', summary: 'T-Shirts und Hosen aus Fashion-MNIST, gelernt vom Netz der Ziffern. Je eines wird durch die verborgene Schicht verfolgt.' },
  'fashion/structure': { title: 'Wie eine Schicht Kleidung anordnet', summary: 'Alle zehn Arten von Kleidung aus Fashion-MNIST, trainiert mit Adam, um zu sehen, wie die Schichten hundert davon anordnen. Bei drei Startwerten korrelierte die Vorhersage der Theorie mit 0,35 bis 0,57; ob beide von einer Klasse sind, war mit 0,39 bis 0,64 besser.' },
  'cifar/trajectories': { title: 'Ein Flugzeug und ein Auto', summary: 'Flugzeuge und Autos aus einer CIFAR-10-Datei, die du öffnest; je eines wird verfolgt. Fotos sind für ein voll verbundenes Netz schwerer als Ziffern.' },
  'cifar/structure': { title: 'Wie eine Schicht Fotos anordnet', summary: 'Alle zehn Klassen einer CIFAR-10-Datei, die du öffnest, trainiert mit Adam, um zu sehen, wie die Schichten hundert Fotos anordnen.' },
  'feature-collapse/rich': { title: 'Merkmale verschmelzen, reiches Regime', summary: 'Kleine Anfangsgewichte: Punkte, die sich nur in dem Merkmal unterscheiden, nach dem niemand fragt, verschmelzen in den verborgenen Schichten.' },
  'feature-collapse/intermediate': { title: 'Merkmale verschmelzen, zwischen den Regimen', summary: 'Mittelgroße Anfangsgewichte: Die späteren verborgenen Schichten verschmelzen Punkte, die sich nur in dem Merkmal unterscheiden, nach dem niemand fragt; die erste hält sie auseinander.' },
  'feature-collapse/lazy': { title: 'Merkmale verschmelzen, träges Regime', summary: 'Große Anfangsgewichte: Die verborgenen Schichten ändern sich kaum und behalten beide Merkmale, relevant oder nicht.' },
  'feature-collapse/rich-tanh': { title: 'Merkmale verschmelzen, reiches Regime, tanh', summary: 'Kleine Anfangsgewichte, und tanh: Punkte, die sich nur in dem Merkmal unterscheiden, nach dem niemand fragt, verschmelzen in den verborgenen Schichten. Einer von fünf Startwerten hat am Ende nicht gelernt, und nichts ist verschmolzen.' },
  'feature-collapse/intermediate-tanh': { title: 'Merkmale verschmelzen, zwischen den Regimen, tanh', summary: 'Mittelgroße Anfangsgewichte, und tanh: Die späteren verborgenen Schichten verschmelzen Punkte, die sich nur in dem Merkmal unterscheiden, nach dem niemand fragt; die erste hält sie auseinander. Einer von fünf Startwerten hat am Ende nicht gelernt.' },
  'feature-collapse/lazy-tanh': { title: 'Merkmale verschmelzen, träges Regime, tanh', summary: 'Große Anfangsgewichte, und tanh: Die verborgenen Schichten ändern sich kaum und behalten beide Merkmale, relevant oder nicht.' },
  'plane/xor-clouds': { title: 'XOR in der Ebene', summary: 'Gegenüberliegende Viertel eines Quadrats sind eine Klasse.' },
  'plane/xor-corners': { title: 'Vier Ecken', summary: 'Wolken um vier Ecken, gegenüberliegende in einer Klasse.' },
  'plane/circles': { title: 'Eine Scheibe in einem Ring', summary: 'Eine Klasse liegt rings um die andere.' },
  'plane/moons': { title: 'Zwei Monde', summary: 'Zwei Halbkreise, jeder mit einem Ende im anderen.' },
  'plane/spirals': { title: 'Zwei Spiralen', summary: 'Zwei Arme, ineinander gewunden; eine größere Lernrate als bei den anderen Formen.' },
  'plane/gaussians': { title: 'Drei Wolken', summary: 'Drei Klassen, jede eine Gauß-Wolke.' },
  'plane/checkerboard': { title: 'Ein Schachbrett', summary: 'Vier mal vier Felder zweier Klassen, gelernt mit Adam.' },
  'plane/sine': { title: 'Über oder unter einer Kurve', summary: 'Zwei Klassen, dazwischen der Graph eines Sinus.' },
  'plane/surface': { title: 'Eine Fläche zum Anpassen', summary: 'Zahlen statt Klassen: Das Netz passt eine Fläche an.' },
  'plane/own': { title: 'Eigene Punkte', summary: 'Punkte für den Anfang, zum Bewegen, Färben und Ergänzen.' },
  'networks/rich': { title: 'Reiche Netze, eine Geometrie', summary: 'Zwei Netze mit kleinen Anfangsgewichten lernen dieselben Punkte: Ihre mittleren Schichten kommen zur selben Gestalt.' },
  'networks/lazy': { title: 'Träge Netze behalten ihre eigene', summary: 'Zwei Netze mit großen Anfangsgewichten lernen dieselben Punkte, und jedes behält die Gestalt, mit der es begann.' },
  'networks/xor': { title: 'XOR, vier Punkte', summary: 'Zwei Netze lernen das eigentliche XOR: Seine vier Punkte kommen in der vierten Schicht zur selben Anordnung.' },
  'networks/digits': { title: 'Ziffern', summary: 'Zwei Netze lernen, handgeschriebene Ziffern zu unterscheiden: Ihre Schichten kommen zur selben Gestalt, die anfangs keines hatte.' },
  'networks/two-points': { title: 'Zwei Punkte', summary: 'Zwei Netze lernen die zwei Punkte der Theorie: Der Abstand der verborgenen Punkte wächst in beiden und endet nahezu gleich.' },
  'networks/activations': { title: 'Vier Aktivierungen', summary: 'Netze mit Leaky-ReLU, ReLU, ELU und tanh lernen dieselben Punkte: Die mit ELU und tanh behalten in der mittleren Schicht die Gestalt der Eingaben.' },
} satisfies Words<typeof English>;
