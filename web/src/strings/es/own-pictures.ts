/** Words of a reader's own pictures. */
import type { ownPicturesStrings as English } from '../own-pictures.ts';
import type { Words } from '../words.ts';

const count = (n: number) => n.toLocaleString('es');

export const ownPicturesStrings = {
  title: 'Tus propias imágenes',
  intro:
    'Dos archivos IDX como en MNIST (imágenes y clases, con gzip o sin él), los archivos binarios de CIFAR-10, o archivos de imagen de un mismo tamaño, cuya clase es el nombre de su carpeta o el comienzo de su propio nombre, como en gato-01.png. Se quedan en este equipo.',
  choose: 'Elegir archivos',
  folder: 'Elegir una carpeta',
  drop: 'o suéltalos aquí',
  back: 'Volver a las imágenes del sitio',
  needTwo: (files: string, n: number) =>
    `${files || 'Nada'}${n > 3 ? ', …' : ''}: ni imágenes ni los archivos binarios de CIFAR-10. Da dos archivos IDX juntos (imágenes y clases), los archivos binarios de CIFAR-10 o archivos de imagen.`,
  noClass: (file: string) =>
    `${file} no tiene clase: ponlo en una carpeta que se llame como ella, o haz que su nombre empiece por ella, como en gato-01.png.`,
  classes: (file: string, n: number, names: string) =>
    n > 10
      ? `${file} pertenece a una undécima clase: las imágenes tienen ${n} (${names}${n > 12 ? ', …' : ''}); hacen falta de 2 a 10.`
      : `${file}: las imágenes tienen 1 clase (${names}); hacen falta de 2 a 10.`,
  pictures: (n: number) => `${count(n)} archivos de imagen`,
  label: (file: string, picture: number, label: number) =>
    `${file}: la imagen ${count(picture)} es de la clase ${label}; permitido: de 0 a 9.`,
  oneClass: (file: string, name: string) =>
    name === '' ? `${file}: sin imágenes; hacen falta al menos 2 clases.` : `${file}: todas son ${name}; hacen falta de 2 a 10 clases.`,
  scarce: (file: string, name: string) =>
    `${file}: hay 1 imagen de la clase ${name}; hacen falta al menos 2, una para entrenar y otra reservada.`,
  sizes: (one: string, oneSize: string, other: string, otherSize: string) =>
    `Todas las imágenes deben tener el mismo tamaño: ${one} tiene ${oneSize} píxeles, ${other} tiene ${otherSize}.`,
  unreadable: (file: string) => `${file} no es una imagen que este navegador sepa leer.`,
  tooLarge: (file: string, values: number) =>
    `${file}: con imágenes de este tamaño son ${count(values)} valores en total; caben 200\u00a0000\u00a0000 como mucho.`,
  tooManyBytes: (file: string) => `${file} supera los 200\u00a0000\u00a0000 de bytes que caben.`,
  alike: (file: string) =>
    `${file}: todas las imágenes son iguales, así que no hay nada que distinguir. (Lo transparente cuenta como negro: los dibujos oscuros sobre nada se pierden.)`,
  blank: (n: number, of: number, first: number) =>
    `${count(n)} de ${count(of)} imágenes ${n === 1 ? 'está vacía' : 'están vacías'}, con un solo valor en todas partes (la primera es la imagen ${count(first + 1)}): de ${n === 1 ? 'ella' : 'ellas'} no se puede aprender nada. Lo transparente cuenta como negro.`,
  twins: (n: number, one: number, other: number, otherwise: number) =>
    `${count(n)} ${n === 1 ? 'imagen es casi igual' : 'imágenes son casi iguales'} que una anterior (la imagen ${count(other + 1)} como la ${count(one + 1)}, por ejemplo)${otherwise > 0 ? `, ${count(otherwise)} de ellas de otra clase` : ''}: cuando se entrena con una y la otra está reservada, reconocer esta no es señal de haber aprendido.`,
  cifar: (file: string, reason: string) => `${file} no es un archivo CIFAR-10: ${reason}.`,
} satisfies Words<typeof English>;
