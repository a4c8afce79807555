import '../labs/plane/lab.ts';
