/** The name of a dialog whose frame carries it already: for a screen reader, which reads the page alone. */

export function ScreenTitle({ children }: { readonly children: string }) {
  return <h1 class="hidden-words">{children}</h1>
}
