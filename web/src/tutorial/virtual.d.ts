declare module 'virtual:tutorial-math.css';
