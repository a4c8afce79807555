/** Titles and summaries of the presets. */
import type { presetWords as English } from '../presets.ts';
import type { Words } from '../words.ts';

const leaky = 'et leaky ReLU au lieu de ReLU, ce qui change peu';

export const presetWords = {
  'two-points/default': {
    title: 'Réseau profond à leaky ReLU',
    summary: 'Un réseau de 20 couches apprend à distinguer deux points. Les distances entre leurs représentations cachées et entre leurs sorties suivent de près les courbes de la théorie.',
  },
  'two-points/shallow': {
    title: 'Deux couches cachées',
    summary: 'Deux couches cachées seulement, parties de petits poids. Les trois mêmes équations, avec d’autres taux effectifs, leur sont ajustées.',
  },
  'two-points/narrow': {
    title: 'Couches étroites',
    summary: 'Des couches de 50 unités au lieu de 500. La théorie suppose un réseau si flexible que ses unités ne le contraignent pas\u00a0; ceci éprouve combien peu d’unités suffisent.',
  },
  'two-points/linear': {
    title: 'Sans non-linéarité',
    summary: 'Un réseau linéaire profond\u00a0: chaque couche ne fait que multiplier par une matrice. L’apprentissage est pourtant non linéaire dans le temps\u00a0: un long plateau, puis une montée rapide.',
  },
  'two-points/elu': { title: 'ELU', summary: 'Le réseau habituel avec ELU au lieu de leaky ReLU. Les courbes gardent leur allure\u00a0; les taux changent.' },
  'two-points/tanh': { title: 'tanh', summary: 'Le réseau habituel avec tanh, dont les unités saturent. Les courbes gardent leur allure\u00a0; les taux changent.' },
  'two-points/relu': { title: 'ReLU', summary: 'Le réseau habituel avec ReLU simple, plate pour les entrées négatives.' },
  'two-points/swish': {
    title: 'Swish (SiLU)',
    summary: 'Le réseau habituel avec SiLU, une parente lisse de ReLU. Il lui faut un gain plus grand, car elle transmet moins d’un petit signal.',
  },
  'two-points/two-layer': {
    title: 'Une couche cachée, linéaire',
    summary: 'Le plus petit réseau qui ait une représentation\u00a0: une couche cachée linéaire, partie de petits poids. L’apprentissage dure plus longtemps et suit de près la théorie.',
  },
  'two-points/skip': {
    title: 'Connexions résiduelles',
    summary: 'À partir de la troisième couche cachée, chacune ajoute celle d’il y a deux couches, si bien que même un gain minuscule laisse passer le signal.',
  },
  'two-points/skip-one-back': {
    title: 'Connexions résiduelles vers la couche d’avant',
    summary: 'Chaque couche cachée ajoute la précédente, là où celles de l’article ajoutent celle d’il y a deux couches. La moitié de la distance des sorties est apprise après environ 240 époques, et h, y et w suivent de près la théorie ajustée.',
  },
  'two-points/cnn': {
    title: 'Convolutions',
    summary: 'Une couche complètement connectée de 500 unités, puis onze convolutions à 20 canaux sans remplissage, dont chacune perd dix places, et une couche complètement connectée. Pour trois graines sur cinq, le signal s’éteint et la différence n’est jamais apprise\u00a0; avec des cibles centrées sur zéro, elles l’apprennent.',
  },
  'two-points/cnn-padded': {
    title: 'Convolutions avec remplissage',
    summary: 'Des convolutions remplies à 20 canaux, aussi larges que les autres réseaux mais avec un cinquantième des poids\u00a0; celles de l’article n’ont pas de remplissage. La théorie décrit h et y de près, et w moins bien pour certaines graines.',
  },
  'two-points/dropout': {
    title: 'Dropout',
    summary: 'À chaque pas d’entraînement, un dixième des unités se tait avant chaque couche linéaire, l’entrée comprise. Mesurée avec toutes au travail, la distance des sorties dépasse un peu et finit près de celle des cibles\u00a0; la théorie s’ajuste à h et y, et à w en gros.',
  },
  'two-points/dropout-hidden': {
    title: 'Dropout des seules unités cachées',
    summary: 'À chaque pas d’entraînement, un dixième des unités cachées se tait, et aucune entrée, contrairement à l’article. Mesurée avec toutes au travail, la distance des sorties dépasse sa cible et revient lentement\u00a0: la théorie s’ajuste à h en gros, à y mal et à w pas du tout.',
  },
  'two-points/adam': {
    title: 'Adam',
    summary: 'Le réseau habituel entraîné avec Adam, dont les pas sont de même taille pour chaque poids. Il apprend à la fois la moyenne des cibles et leur différence\u00a0: h bondit à plusieurs fois sa valeur finale et retombe. Avec des cibles centrées sur zéro, il ne dépasse pas.',
  },
  'two-points/gain-0.9': { title: 'Gain 0,9', summary: 'Des poids initiaux un peu plus petits que d’habitude. La représentation est davantage façonnée par les données\u00a0: vers le régime riche.' },
  'two-points/gain-1.1': { title: 'Gain 1,1', summary: 'Des poids initiaux un peu plus grands que d’habitude. Davantage de la géométrie initiale survit à l’entraînement\u00a0: vers le régime paresseux.' },
  'two-points/gain-1.2': { title: 'Gain 1,2', summary: 'Des poids initiaux plus grands. La distance cachée part de plus haut et est multipliée par deux ou trois, là où elle l’est d’habitude par cent.' },
  'two-points/gain-1.3': { title: 'Gain 1,3', summary: 'Des poids initiaux encore plus grands. La distance cachée plonge et finit près de son départ\u00a0; la théorie ne connaît pas ce creux, et s’ajuste donc mal à cette courbe.' },
  'two-points/gain-1.4': { title: 'Gain 1,4', summary: 'De grands poids initiaux. La distance cachée rétrécit de plus d’un tiers, alors que la théorie veut qu’elle reste\u00a0: c’est l’apprentissage de la moyenne des cibles, que la théorie laisse de côté, qui la rétrécit. Avec des cibles centrées sur zéro, elle grandit.' },
  'two-points/gain-1.6': { title: 'Gain 1,6', summary: 'De très grands poids initiaux\u00a0: la distance cachée part d’une vingtaine, au lieu d’environ 0,001 pour un gain de 1,0, et bouge d’un dixième. Le taux d’apprentissage est minuscule, et 3000 époques ne suffisent pas à finir la tâche.' },
  'two-points/attention': {
    title: 'Auto-attention',
    summary: 'Six blocs d’auto-attention sur quatre jetons, ce que l’article laisse ouvert. La théorie suit h et y de près, et w d’autant moins bien que le bloc est profond. Des poids initiaux ou des pas plus grands divergent aussitôt, car la normalisation de couche est raide près de zéro.',
  },
  'xor/rich': { title: 'XOR, régime riche', summary: 'De petits poids initiaux. Les points de même cible finissent proches dans la couche cachée, quelles qu’aient été leurs entrées.' },
  'xor/intermediate': { title: 'XOR, entre les régimes', summary: 'Des poids initiaux moyens. La couche cachée garde une partie de la géométrie initiale et apprend une partie de celle des cibles.' },
  'xor/lazy': { title: 'XOR, régime paresseux', summary: 'De grands poids initiaux. Le réseau résout la tâche tandis que ses distances cachées restent à peu près ce qu’elles étaient au départ.' },
  'xor/shallow': { title: 'XOR, une couche cachée', summary: 'Une seule couche cachée, avec des poids initiaux minuscules. 01 et 10 ont la même cible et finissent pourtant loin l’un de l’autre\u00a0: une seule couche est moins libre que la théorie ne le suppose.' },
  'xor/rich-leaky': { title: 'XOR, régime riche, leaky ReLU', summary: `De petits poids initiaux, ${leaky}\u00a0: les points de même cible finissent proches dans la couche cachée, quelles qu’aient été leurs entrées.` },
  'xor/intermediate-leaky': { title: 'XOR, entre les régimes, leaky ReLU', summary: `Des poids initiaux moyens, ${leaky}\u00a0: la couche cachée garde une partie de la géométrie initiale et apprend une partie de celle des cibles.` },
  'xor/lazy-leaky': { title: 'XOR, régime paresseux, leaky ReLU', summary: `De grands poids initiaux, ${leaky}\u00a0: le réseau résout la tâche tandis que ses distances cachées restent à peu près ce qu’elles étaient au départ.` },
  'xor/shallow-leaky': { title: 'XOR, une couche cachée, leaky ReLU', summary: `Une seule couche cachée avec des poids initiaux minuscules, ${leaky}\u00a0: 01 et 10 ont la même cible et finissent pourtant loin l’un de l’autre.` },
  'digits/two-classes': { title: 'Zéros et uns', summary: 'Un réseau apprend à distinguer des zéros et des uns manuscrits. Un de chaque est suivi à travers la couche cachée et comparé à la théorie, qui saisit la montée mais non la lente stabilisation qui suit.' },
  'digits/three-classes': { title: 'Trois chiffres', summary: 'Zéros, uns et deux, avec d’autres images mises de côté pour éprouver le réseau. Un zéro et un un sont suivis à travers la couche cachée\u00a0; la théorie ne sait rien des deux.' },
  'digits/paper': { title: 'Les dix chiffres, le réseau de l’article', summary: 'Le réseau et le nombre d’époques de l’article. Il s’entraîne sur 7500 chiffres au lieu de 60\u00a0000\u00a0: une époque a donc un huitième des pas, et chaque pas est huit fois plus grand. L’exécution dure des minutes.' },
  'digits/small-steps': { title: 'Les dix chiffres, un huitième de l’apprentissage', summary: 'Le réseau et le taux d’apprentissage de l’article sur 7500 chiffres au lieu de 60\u00a0000\u00a0: une époque a un huitième des pas, et après 200 époques le réseau apprend encore, avec environ 62\u00a0% des chiffres mis de côté justes. L’exécution dure des minutes.' },
  'digits/structure': { title: 'Comment une couche dispose les chiffres', summary: 'Le réseau des chiffres entraîné avec Adam, pour voir comment ses couches disposent cent chiffres. Pour trois graines, ce que la théorie prédit de chaque paire avait une corrélation de 0,48 à 0,71 avec la mesure\u00a0; le fait d’être de la même classe, de 0,39 à 0,68.' },
  'digits/convolutional': { title: 'Chiffres par convolutions', summary: 'Deux couches de convolutions 3 × 3 apprennent zéros, uns et deux. Après 150 époques, environ 92\u00a0% des chiffres mis de côté sont justes.' },
  'digits/attention': { title: 'Chiffres lus ligne par ligne', summary: 'L’auto-attention sur les 28 lignes de chaque image apprend zéros, uns et deux. Après 150 époques, environ 96\u00a0% des chiffres mis de côté sont justes.' },
  'fashion/trajectories': { title: 'Un T-shirt et un pantalon', summary: 'T-shirts et pantalons de Fashion-MNIST, appris par le réseau des chiffres. Un de chaque est suivi à travers la couche cachée.' },
  'fashion/structure': { title: 'Comment une couche dispose les vêtements', summary: 'Les dix sortes de vêtements de Fashion-MNIST, entraînées avec Adam, pour voir comment les couches en disposent cent. Pour trois graines, la prédiction de la théorie avait une corrélation de 0,35 à 0,57\u00a0; le fait d’être de la même classe faisait mieux, de 0,39 à 0,64.' },
  'cifar/trajectories': { title: 'Un avion et une voiture', summary: 'Avions et voitures d’un fichier CIFAR-10 que vous ouvrez\u00a0; un de chaque est suivi. Les photographies sont plus difficiles que les chiffres pour un réseau complètement connecté.' },
  'cifar/structure': { title: 'Comment une couche dispose les photographies', summary: 'Les dix classes d’un fichier CIFAR-10 que vous ouvrez, entraînées avec Adam, pour voir comment les couches disposent cent photographies.' },
  'feature-collapse/rich': { title: 'Effondrement des attributs, régime riche', summary: 'De petits poids initiaux\u00a0: les points qui ne diffèrent que par l’attribut que personne ne demande se confondent dans les couches cachées.' },
  'feature-collapse/intermediate': { title: 'Effondrement des attributs, entre les régimes', summary: 'Des poids initiaux moyens\u00a0: les dernières couches cachées confondent les points qui ne diffèrent que par l’attribut que personne ne demande\u00a0; la première les tient écartés.' },
  'feature-collapse/lazy': { title: 'Effondrement des attributs, régime paresseux', summary: 'De grands poids initiaux\u00a0: les couches cachées changent à peine et gardent les deux attributs, pertinent ou non.' },
  'feature-collapse/rich-tanh': { title: 'Effondrement des attributs, régime riche, tanh', summary: 'De petits poids initiaux, et tanh\u00a0: les points qui ne diffèrent que par l’attribut que personne ne demande se confondent dans les couches cachées. Une graine sur cinq n’a pas appris à la fin, et rien ne s’est confondu.' },
  'feature-collapse/intermediate-tanh': { title: 'Effondrement des attributs, entre les régimes, tanh', summary: 'Des poids initiaux moyens, et tanh\u00a0: les dernières couches cachées confondent les points qui ne diffèrent que par l’attribut que personne ne demande\u00a0; la première les tient écartés. Une graine sur cinq n’a pas appris à la fin.' },
  'feature-collapse/lazy-tanh': { title: 'Effondrement des attributs, régime paresseux, tanh', summary: 'De grands poids initiaux, et tanh\u00a0: les couches cachées changent à peine et gardent les deux attributs, pertinent ou non.' },
  'plane/xor-clouds': { title: 'XOR dans le plan', summary: 'Les quarts opposés d’un carré forment une classe.' },
  'plane/xor-corners': { title: 'Quatre coins', summary: 'Des nuages autour de quatre coins, les coins opposés dans une même classe.' },
  'plane/circles': { title: 'Un disque dans un anneau', summary: 'Une classe entoure l’autre de toutes parts.' },
  'plane/moons': { title: 'Deux lunes', summary: 'Deux demi-cercles, chacun avec un bout à l’intérieur de l’autre.' },
  'plane/spirals': { title: 'Deux spirales', summary: 'Deux bras enroulés l’un dans l’autre\u00a0; un taux d’apprentissage plus grand que pour les autres formes.' },
  'plane/gaussians': { title: 'Trois nuages', summary: 'Trois classes, un nuage gaussien pour chacune.' },
  'plane/checkerboard': { title: 'Un damier', summary: 'Quatre cases sur quatre de deux classes, apprises avec Adam.' },
  'plane/sine': { title: 'Au-dessus ou au-dessous d’une courbe', summary: 'Deux classes, et entre elles le graphe d’un sinus.' },
  'plane/surface': { title: 'Une surface à ajuster', summary: 'Des nombres au lieu de classes\u00a0: le réseau ajuste une surface.' },
  'plane/own': { title: 'Vos propres points', summary: 'Des points pour commencer, à déplacer, à peindre et à compléter.' },
  'networks/rich': { title: 'Réseaux riches, une géométrie', summary: 'Deux réseaux de petits poids initiaux apprennent les mêmes points\u00a0: leurs couches du milieu arrivent à la même forme.' },
  'networks/lazy': { title: 'Les réseaux paresseux gardent la leur', summary: 'Deux réseaux de grands poids initiaux apprennent les mêmes points, et chacun garde la forme qu’il avait au départ.' },
  'networks/xor': { title: 'XOR, quatre points', summary: 'Deux réseaux apprennent le vrai XOR : ses quatre points arrivent au même arrangement dans la quatrième couche.' },
  'networks/digits': { title: 'Chiffres', summary: 'Deux réseaux apprennent à distinguer des chiffres manuscrits : leurs couches arrivent à la même forme, qu’aucun n’avait au départ.' },
  'networks/two-points': { title: 'Deux points', summary: 'Deux réseaux apprennent les deux points de la théorie : la distance des points cachés grandit dans les deux et finit presque égale.' },
  'networks/activations': { title: 'Quatre activations', summary: 'Des réseaux à leaky ReLU, ReLU, ELU et tanh apprennent les mêmes points\u00a0: ceux à ELU et à tanh gardent dans la couche du milieu la forme des entrées.' },
} satisfies Words<typeof English>;
