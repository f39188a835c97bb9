/** Short facts in one line, parted by dots: a phone or a time is not broken in the middle. */

export function Parts({ of }: { readonly of: readonly (string | false | null | undefined)[] }) {
  const shown = of.filter((part): part is string => Boolean(part))
  return (
    <span class="detail parts">
      {shown.map((part, at) => (
        <span key={part}>
          {part}
          {at < shown.length - 1 && ' · '}
        </span>
      ))}
    </span>
  )
}
