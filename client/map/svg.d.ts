/** A drawing as text, put into the bundle by the build. */
declare module '*.svg?raw' {
  const text: string
  export default text
}
