/** Words of a reader's own pictures. */
import type { ownPicturesStrings as English } from '../own-pictures.ts';
import type { Words } from '../words.ts';

const count = (n: number) => n.toLocaleString('fr');

export const ownPicturesStrings = {
  title: 'Vos propres images',
  intro:
    'Deux fichiers IDX comme pour MNIST (images et classes, compressés par gzip ou non), les fichiers binaires de CIFAR-10, ou des fichiers d’images d’une même taille, dont la classe est le nom de leur dossier ou le début de leur propre nom, comme dans chat-01.png. Elles restent sur cette machine.',
  choose: 'Choisir des fichiers',
  folder: 'Choisir un dossier',
  drop: 'ou déposez-les ici',
  back: 'Revenir aux images du site',
  needTwo: (files: string, n: number) =>
    `${files || 'Rien'}${n > 3 ? ', …' : ''}\u00a0: ni des images ni les fichiers binaires de CIFAR-10. Donnez deux fichiers IDX ensemble (images et classes), ou les fichiers binaires de CIFAR-10, ou des fichiers d’images.`,
  noClass: (file: string) =>
    `${file} n’a pas de classe\u00a0: mettez-le dans un dossier qui porte le nom de celle-ci, ou commencez son nom par elle, comme dans chat-01.png.`,
  classes: (file: string, n: number, names: string) =>
    n > 10
      ? `${file} appartient à une onzième classe\u00a0: les images en ont ${n} (${names}${n > 12 ? ', …' : ''})\u00a0; il en faut de 2 à 10.`
      : `${file}\u00a0: les images ont 1 classe (${names})\u00a0; il en faut de 2 à 10.`,
  pictures: (n: number) => `${count(n)} fichiers d’images`,
  label: (file: string, picture: number, label: number) =>
    `${file}\u00a0: l’image ${count(picture)} est de la classe ${label}\u00a0; admis\u00a0: 0 à 9.`,
  oneClass: (file: string, name: string) =>
    name === '' ? `${file}\u00a0: pas d’images\u00a0; il faut au moins 2 classes.` : `${file}\u00a0: toutes sont ${name}\u00a0; il faut de 2 à 10 classes.`,
  scarce: (file: string, name: string) =>
    `${file}\u00a0: il y a 1 image de la classe ${name}\u00a0; il en faut au moins 2, une pour entraîner et une mise de côté.`,
  sizes: (one: string, oneSize: string, other: string, otherSize: string) =>
    `Toutes les images doivent avoir la même taille\u00a0: ${one} a ${oneSize} pixels, ${other} en a ${otherSize}.`,
  unreadable: (file: string) => `${file} n’est pas une image que ce navigateur sache lire.`,
  tooLarge: (file: string, values: number) =>
    `${file}\u00a0: avec des images de cette taille, cela fait ${count(values)} valeurs en tout\u00a0; 200\u00a0000\u00a0000 au plus tiennent.`,
  tooManyBytes: (file: string) => `${file} dépasse les 200\u00a0000\u00a0000 octets qui tiennent.`,
  alike: (file: string) =>
    `${file}\u00a0: toutes les images sont les mêmes, il n’y a donc rien à distinguer. (Ce qui est transparent compte comme noir\u00a0: les dessins sombres sur rien sont perdus.)`,
  blank: (n: number, of: number, first: number) =>
    `${count(n)} images sur ${count(of)} ${n === 1 ? 'est vide' : 'sont vides'}, d’une seule valeur partout (la première est l’image ${count(first + 1)})\u00a0: il n’y a rien à en apprendre. Ce qui est transparent compte comme noir.`,
  twins: (n: number, one: number, other: number, otherwise: number) =>
    `${count(n)} ${n === 1 ? 'image est presque la même' : 'images sont presque les mêmes'} qu’une image précédente (l’image ${count(other + 1)} comme la ${count(one + 1)}, par exemple)${otherwise > 0 ? `, dont ${count(otherwise)} d’une autre classe` : ''}\u00a0: quand l’une sert à entraîner et que l’autre est mise de côté, reconnaître celle-ci n’est pas un signe d’apprentissage.`,
  cifar: (file: string, reason: string) => `${file} n’est pas un fichier CIFAR-10\u00a0: ${reason}.`,
} satisfies Words<typeof English>;
