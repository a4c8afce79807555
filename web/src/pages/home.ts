import './home-demo.ts';
