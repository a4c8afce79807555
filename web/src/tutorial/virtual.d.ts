declare module 'virtual:tutorial-math.css';
declare module 'virtual:tutorial-labs' {
  /** Scripts of the labs, by the name of their element. */
  const labs: Record<string, () => Promise<unknown>>;
  export default labs;
}
