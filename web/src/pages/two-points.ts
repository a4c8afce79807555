import '../labs/two-points/two-points.ts';
