import type { worksheetStrings as English } from '../worksheet.ts';
import type { Words } from '../words.ts';

export const worksheetStrings = {
  reader: {
    kicker: '练习单',
    title: (title: string) => `${title} · Reprise`,
    fromLink: '这份练习单由给你链接的人制作，其中的文字出自他；实验，以及评判你预测的规则，属于本网站。',
    fromFile: '这份练习单由给你文件的人制作，其中的文字出自他；实验，以及评判你预测的规则，属于本网站。',
    none: '这个地址里没有练习单。请完整地打开你收到的链接，或打开文件：',
    refused: '这份练习单无法显示。它可能在传送途中被截短了；请向给你的人再要一份，或者要文件。',
    missing: '这份练习单的实验未能载入。联网后请重新载入本页。',
  },
  link: {
    broken: '链接已损坏：其中的练习单无法解开',
    cannotUnpack: '这个浏览器无法解开链接；请索要练习单的文件',
    tooLarge: (most: string) => `链接中的练习单超过了允许的 ${most} 字节`,
  },
  faults: {
    json: (why: string) => `不是 JSON：${why}`,
    noWorksheet: (value: string) => `kind：${value} 不是练习单；允许："reprise-worksheet"`,
    field: (field: string, value: string, allowed: string) => `${field}：不允许 ${value}；允许：${allowed}`,
    missing: (field: string, allowed: string) => `缺少 ${field}；需要：${allowed}`,
    unknown: (field: string, allowed: string) => `这里没有 ${field} 这个字段；允许：${allowed}`,
    aValue: '一个值',
    text: (longest: string, empty: boolean) => (empty ? `最多 ${longest} 个字符的文字` : `1 到 ${longest} 个字符的文字`),
    pattern: (pattern: string) => `形如 ${pattern} 的文字`,
    number: '一个数',
    above: (least: string) => `大于 ${least} 的数`,
    list: (least: number, longest: number) => `${least} 到 ${longest} 项的列表`,
    nothing: '无，因为一个也没有',
    block: '一个块：带有 kind 的对象',
    answer: '一个答案：带有 value 和 text 的对象',
    need: '一个条件：带有 measure、relation 和 value 的对象',
    ownValue: '其他答案没有的值',
    ownId: '其他块没有的 id',
    linkPreset: (lab: string) => `带有实验 ${lab} 的 preset=… 的链接`,
    linkFields: (names: string) => `不含 ${names} 的链接，这个实验不认识它`,
    questionLink: '改变预设中的数和选项的设置；另一种网络只能随实验本身设定',
  },
} satisfies Words<typeof English>;
