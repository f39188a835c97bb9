/** Types of the part of gas-local that the emulator uses. */
declare module 'gas-local' {
  interface GasLocal {
    require(folder: string, globals: object, options: { filter: (path: string) => boolean }): Record<string, unknown>
  }
  const gasLocal: GasLocal
  export default gasLocal
}
