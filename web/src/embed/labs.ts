/** The labs themselves, and the element around them. */
import './root.ts';
import '../labs/collapse/lab.ts';
import '../labs/digits/digits-lab.ts';
import '../labs/two-points/page-lab.ts';
import '../labs/xor/lab.ts';
import './lab.ts';
