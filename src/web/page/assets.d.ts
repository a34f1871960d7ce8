/** A picture, which the build turns into its address (`data:`). */
declare module '*.svg' {
  const address: string;
  export default address;
}
