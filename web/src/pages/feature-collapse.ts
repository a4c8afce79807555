import '../labs/collapse/lab.ts';
