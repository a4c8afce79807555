import '../labs/two-points/page-lab.ts';
