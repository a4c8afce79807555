/** Words of a reader's own pictures. */
import type { ownPicturesStrings as English } from '../own-pictures.ts';
import type { Words } from '../words.ts';

const count = (n: number) => n.toLocaleString('zh');

export const ownPicturesStrings = {
  title: '你自己的图片',
  intro:
    '像 MNIST 那样的两个 IDX 文件（图片与类别，是否 gzip 压缩均可），CIFAR-10 的二进制文件，或者大小相同的图片文件，其类别是所在文件夹的名字，或文件名的开头，如 cat-01.png。它们不会离开这台电脑。',
  choose: '选择文件',
  folder: '选择文件夹',
  drop: '或拖放到这里',
  back: '回到本站的图片',
  needTwo: (files: string, n: number) =>
    `${files || '没有文件'}${n > 3 ? '……' : ''}：既不是图片，也不是 CIFAR-10 的二进制文件。请同时给出两个 IDX 文件（图片与类别），或 CIFAR-10 的二进制文件，或图片文件。`,
  noClass: (file: string) => `${file} 没有类别：把它放进以类别命名的文件夹，或让文件名以类别开头，如 cat-01.png。`,
  classes: (file: string, n: number, names: string) =>
    n > 10
      ? `${file} 属于第十一类：这些图片共有 ${n} 类（${names}${n > 12 ? '……' : ''}）；需要 2 到 10 类。`
      : `${file}：这些图片只有 1 类（${names}）；需要 2 到 10 类。`,
  pictures: (n: number) => `${count(n)} 个图片文件`,
  label: (file: string, picture: number, label: number) => `${file}：图片 ${count(picture)} 的类别是 ${label}；允许：0 到 9。`,
  oneClass: (file: string, name: string) =>
    name === '' ? `${file}：没有图片；至少需要 2 类。` : `${file}：所有类别都是 ${name}；需要 2 到 10 类。`,
  scarce: (file: string, name: string) => `${file}：${name} 类只有 1 张图片；至少需要 2 张，一张用来训练，一张留出。`,
  sizes: (one: string, oneSize: string, other: string, otherSize: string) =>
    `所有图片的大小必须相同：${one} 是 ${oneSize} 像素，${other} 是 ${otherSize}。`,
  unreadable: (file: string) => `${file} 不是这个浏览器能读取的图片。`,
  tooLarge: (file: string, values: number) => `${file}：这样大小的图片共有 ${count(values)} 个值；至多容纳 200,000,000 个。`,
  tooManyBytes: (file: string) => `${file} 超过了所能容纳的 200,000,000 字节。`,
  alike: (file: string) => `${file}：所有图片都相同，所以没有什么可区分的。（透明部分算作黑色：透明底上的深色图画会丢失。）`,
  blank: (n: number, of: number, first: number) =>
    `${count(of)} 张图片中有 ${count(n)} 张是空白的，处处同一个值（第一张是图片 ${count(first + 1)}）：从中学不到任何东西。透明部分算作黑色。`,
  twins: (n: number, one: number, other: number, otherwise: number) =>
    `有 ${count(n)} 张图片与前面的某一张几乎相同（例如图片 ${count(other + 1)} 与 ${count(one + 1)}）${otherwise > 0 ? `，其中 ${count(otherwise)} 张类别不同` : ''}：如果一张用来训练，另一张留出，那么认出后者并不表明学到了什么。`,
  cifar: (file: string, reason: string) => `${file} 不是 CIFAR-10 文件：${reason}。`,
} satisfies Words<typeof English>;
