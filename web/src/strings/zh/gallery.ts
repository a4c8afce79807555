/** Words of the page "The paper, figure by figure". */
import type { galleryStrings as English, figureWords as EnglishFigures, settingWords as EnglishSettings } from '../gallery.ts';
import type { Words } from '../words.ts';

export const figureWords = {
  trajectories: {
    question: '三个方程加两个拟合的速率，能否跟上两个点在迥然不同的网络里的运动？',
    reading:
      '每个设置是另一个网络，在深度、宽度、激活函数、架构或优化器上有所不同。实线是在网络中实测的，虚线是用最佳拟合的两个速率得到的理论。所看的层是理论表现最好的一层。',
    why: 'Adam、增益 1.4 和卷积之所以对不上，是因为目标的均值：理论认为它与目标之差是分开学习的。如果目标以零为中心，就没有均值可学，这时在 Adam 下五个网络中 h 都没有过冲；增益为 1.4 时，h 增大 6% 到 26%，正如理论所料，而原来缩小 34% 到 40%（各三个网络；h 的 R² 为 0.58 到 0.94，原来是 −35 到 −21）。信号消失的三个卷积网络这时全都学会了（h 的 R² 为 0.96 到 0.98）；用论文的目标，轮数增加到三倍，信号仍未恢复（试了两个）。',
  },
  depth: {
    question: '理论在哪个隐藏层成立？',
    reading: '一次运行，在每一层都拟合理论。理论认为所看的层前后各层足够灵活，能作任何小的改变。靠近输入，前面的层太少；靠近输出，后面的层太少。',
  },
  altered: {
    question: '是这三个方程才吻合，还是别的方程也一样好？',
    reading:
      '同一次运行，用理论和四个各改动一项的方程组来拟合。曲线中两个速率都是自由的，所以残差是怎样选速率都消除不了的。作者的程序对前两个方程组实际上固定了速率的比值，两种做法的结果都列出。',
  },
  'final-structure': {
    question: '当两个点的输入和目标相距更近或更远时，它们停在哪里？',
    reading: '每个点是一个网络，在另一种间距的两个点上训练。落在虚线对角线上，闭式公式就是对的；一种设置的所有点共用一个速率比值。',
    why: '理论认为两个速率都是常数，不论间距如何。每个网络自己的终点说明怎样的比值会通到那里：在光滑的网络中，以及用残差连接或 dropout 时，每个间距的比值都相同；用 ReLU、leaky ReLU、卷积和 Adam 时则不同；在隐藏距离缩小的网络中，如增益为 1.3 和 1.4 时，没有哪个比值能通到那里。起决定作用的并不是零是否在两个输入之间：在窄的网络中（三个种子），不论每个间距的输入都在零的两侧，还是都在同一侧，从 |dx| = 0.5 到 1.5，比值都降为三分之一到四分之一，与作者所取的位置一样。也不是 Adam 下目标的均值：目标以零为中心时（一个种子，|dy*| = 1），|dx| = 0.5、1、1.5 时 h 停在 0.35、1.99 和 0.86，同样没有次序。',
  },
  xor: {
    question: '四个点而不是两个：它们的距离能否逐对预测？',
    reading:
      '四个隐藏表示之间的距离：训练之前、训练之后，以及闭式公式给出的，其中速率比值取自默认网络在两个点上的结果。按闭式公式，学习丰富时，答案相同的点（00 与 11，01 与 10）会合并。',
  },
  'feature-collapse': {
    question: '网络会放掉答案不需要的东西吗？',
    reading: '光斑的图片，附带一个情境，说明问的是两个坐标中的哪一个。另一个坐标无关。网络如果放掉它，只在它上面不同的图片就会处在同一个地方。',
  },
  'rich-to-lazy': {
    question: '决定最终距离的，是数据，还是网络起初的权重？',
    reading: '每个点是一次运行，越往右初始权重越大。按闭式公式，小权重使每次运行都走到由数据决定的距离（丰富极限），大权重使它停在起点（惰性极限）。',
  },
  'digits-trajectories': {
    question: '两个点的理论，能跟上几千个数字中的两个吗？',
    reading: '网络学习手写数字；理论只知道其中两个，并对它们的距离作拟合。',
  },
  'digits-structure': {
    question: '一百个手写数字之间的距离能预测吗？',
    reading: '按类排列的数字，其隐藏表示之间的平方距离，实测的和由点对预测的。',
  },
  fashion: {
    question: '能推广到数字之外吗？对服装图片作同样的分析',
    reading: '把对数字提出的问题拿来问 Fashion-MNIST。论文里没有这一项。',
    why: '参与平均的网络，大多没有用 Adam 的 0.005 步长学会。步长为 0.001 时，三个网络最后在留出图片上的准确率都是 0.83 到 0.85，每个网络中平滑预测对所有点对的相关系数为 0.46 到 0.50。这不算理论的成功：单凭两张图片是否同类，就有 0.47 到 0.52；而在不同类之间，预测与随机无异（0.00 到 0.11）。',
  },
  attention: {
    question: '能推广到层之外吗？把同样的方程用于自注意力块',
    reading: '带残差连接和层归一化的自注意力。论文里没有这一项。',
  },
  ablation: {
    question: '网络的哪些细节是理论漏掉的，差多少？',
    reading: '从默认网络出发，每次改动一个设置。论文里没有这一项。',
    why: '近到 |dx|^2 = 0.1 的两个点，在给定的时间内没有学会，所以拟合的只是开头：|dy*|^2 = 0.5 和 2 时，三个网络的损失都停在两个点得到同一个答案之处，即 |dy*|^2 / 8。挡路的并不是目标的均值，因为目标以零为中心时也一样。|dy*|^2 = 0.5 时给了十倍的轮数：一个在三倍以内学会，三个都在十倍以内学会。',
  },
  alignment: {
    question: '分头学习的网络会走到同样的几何形状吗？',
    reading:
      '线性 CKA 说明两个网络把同样的点摆放得有多相似，不论各自怎样旋转或缩放：1 表示形状相同。每条线是一对种子不同的网络，或五对的中位数。灰线与学习同一个任务无关：一个学习别的点的目标的网络，以及大家都看到的输入。论文里没有这一项。',
  },
} satisfies Words<typeof EnglishFigures>;

export const settingWords = {
  adam: 'Adam',
  cnn: '卷积',
  elu: 'ELU',
  relu: 'ReLU',
  skip: '残差连接',
  swish: 'Swish',
} satisfies Words<typeof EnglishSettings>;

const measuredIn = (networks: number) => (networks === 1 ? '实测，一个网络' : `实测，${networks} 个网络的平均`);
const digitsStructure = (networks: number, all: string, across: string) =>
  `${networks === 1 ? '在一个网络中' : `在 ${networks} 个网络的平均中`}，实测距离与平滑距离的相关系数为 ${all}，去掉同一数字的点对后为 ${across}。`;
const featureCollapse = (index: string, runs: number) =>
  `坍缩指数（沿无关特征的距离除以沿相关特征的距离）${runs === 1 ? '' : `在 ${runs} 次运行的中位数里`}停在 ${index}。`;

export const galleryStrings = {
  none: '本站构建时没有附带存储的结果。',
  contents: '各图一览',
  columns: { figure: '图', question: '问题', outcome: '结果' },
  within: '与预先所说相符',
  outside: '与预先所说不符',
  paperShowed: '论文',
  where: (where: string) => `（${where}）`,
  band: '看结果之前所说的',
  cameOut: '得到的结果',
  asTheAuthors: '这里，按作者的做法',
  anotherWay: '这里，换一种做法',
  why: '为什么：一项实验',
  seeds: (count: number) => `${count} 个种子`,
  quick: '存储的是缩小的运行：各层至多 100 个单元，所以只能比较形状。',
  numbers: {
    caption: (seeds: string) => `存储的结果，${seeds}：中位数，以及最小值和最大值。`,
    all: (count: number) => `全部 ${count} 个数`,
    quantity: '量',
    paper: '论文',
    ours: '这里存储的',
    absent: '–',
    without: (count: number) => `${count} 个没有值`,
  },
  altered: '亲手打破方程',
  loading: '正在载入存储的结果……',
  failed: (reason: string) => `存储的结果无法显示：${reason}`,
  again: '重试',
  choose: '设置',
  setting: (name: string, title: string) => `${name}：${title}`,
  showAll: '现在载入所有的图，例如用于打印',
  allShown: '所有的图都已载入。',
  stored: '存储的',
  storedName: (name: string) => `${name}，存储的运行`,
  here: '这里',
  hereName: (name: string) => `${name}，在这里运行`,
  describe: {
    over: (title: string) => `随${title}`,
    curve: (name: string, first: string, last: string, [from, to]: [string, string]) =>
      `${name}：在 ${from} 处为 ${first}，在 ${to} 处为 ${last}`,
    dots: (name: string, count: number, x: [string, string], y: [string, string]) =>
      `${name}：${count} 个点，横向从 ${x[0]} 到 ${x[1]}，纵向从 ${y[0]} 到 ${y[1]}`,
  },
  points: {
    colour: '颜色',
    withUnit: (label: string, unit: string) => `${label}（${unit}）`,
    explained: (shares: readonly string[]) => `三个轴分别包含方差的 ${shares.join('%、')}%。`,
    description: (heading: string, count: number, colour: string) => `${heading}：三维空间中的 ${count} 个点，颜色表示${colour}。`,
  },
  rerun: {
    titleOf: (figure: string) => `在这里重新运行：${figure}`,
    size: '规模',
    workers: (count: number) => (count === 1 ? '一个进程' : `${count} 个进程同时`),
    run: '在这里重新运行',
    pause: '暂停',
    resume: '继续',
    stop: '停止',
    forget: '移除这次运行',
    measuredIn,
    digitsStructure,
    featureCollapse,
    runs: (count: number) => `${count} 次运行`,
    estimating: '正在测量这台设备……',
    estimate: (time: string) => `在这台设备上约 ${time}`,
    atMost: (time: string) => `在这台设备上至多 ${time}`,
    fetches: '先取图片；运行起来之后才显示时间',
    estimateFailed: '无法估计所需时间',
    progress: '运行进度',
    doneOf: (done: number, runs: number) => `${runs} 次运行中完成 ${done} 次`,
    left: (time: string) => `约剩 ${time}`,
    atMostLeft: (time: string) => `至多剩 ${time}`,
    paused: '已暂停',
    preparing: '准备中',
    finishing: '正在拟合理论',
    stopped: '已停止。这些运行没有留下任何东西。',
    kept: (size: string, when: string) => `在这里运行，${size}，${when}。`,
    notKept: '这个浏览器不保存任何内容，所以结果只保留到离开本页为止。',
    same: (count: number) =>
      count === 1 ? '与存储的运行相同：直到最后一位，数值都一样。' : `与存储的运行相同：${count} 次的终值直到最后一位都一样。`,
    differs: (name: string, what: string, here: string, stored: string) =>
      `不相同：${name} 在这里停在 ${what} = ${here}，在存储的运行中是 ${stored}。`,
    partly: (same: number, compared: number) => `${compared} 次运行中有 ${same} 次与存储的相同。`,
    incomparable: '这不是存储的运行所用的设置，所以只能比较形状。',
    diverged: (name: string, message: string) => `${name} 发散了：${message}`,
    failed: (name: string, message: string) => `${name} 中止了：${message}`,
    overlay: '深色：在这里运行。浅色：存储的。',
  },
  sentences: {
    trajectories: (layer: number, runs: number, h: string, y: string, w: string) =>
      `在第 ${layer} 层${runs === 1 ? '' : `，取 ${runs} 次运行的中位数`}，R² 对 h 为 ${h}，对 y 为 ${y}，对 w 为 ${w}。`,
    altered: (times: string, runs: number) => `残差为理论的倍数${runs === 1 ? '' : `，取 ${runs} 次运行的中位数`}：${times}。`,
    depth: (layer: number, runs: number, misfit: string, first: string) =>
      `${runs === 1 ? '在这次运行中' : `取 ${runs} 次运行的中位数`}，残差在第 ${layer} 层最小：${misfit}，而第 0 层为 ${first}。`,
    finalStructure: (runs: number, correlation: string, ratio: string) =>
      `在 ${runs} 次运行中，预测距离与实测距离的相关系数为 ${correlation}（速率比值 ${ratio}）。`,
    xor: (correlation: string, ratio: string) => `六对点的预测距离与实测距离的相关系数为 ${correlation}（速率比值 ${ratio}）。`,
    richToLazy: (gains: number, worst: string, gain: string) => `在 ${gains} 个增益中，离闭式公式最远的是 ${gain}：相差 ${worst} 倍。`,
    measuredIn,
    digitsStructure,
    featureCollapse,
    runs: (count: number) => `完成了 ${count} 次运行。`,
  },
  sizes: {
    one: '一个种子，与存储的相同',
    all: (seeds: number) => `全部 ${seeds} 个种子，与存储的相同`,
    reduced: '缩小：每层 100 个单元，一个种子',
    half: '缩小：轮数减半',
  },
} satisfies Words<typeof English>;
