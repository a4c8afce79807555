import '../labs/two-points/whole.ts';
