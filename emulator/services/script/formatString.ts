/** `Utilities.formatString`: the plain part of sprintf. How Google writes a number for `%s`, or pads, is not settled, so it is refused. */
import { ServiceError } from '../../world/types'
import { notEmulated } from '../knownMembers'

export function formatString(template: string, ...values: readonly unknown[]): string {
  let used = 0
  return String(template).replace(
    /%(?:%|([-+ 0#]*\d*(?:\.\d+)?)([a-zA-Z]))/g,
    (place, shape: string | undefined, kind: string | undefined) => {
      if (kind === undefined) return '%'
      if (used >= values.length) throw new ServiceError(`Format specifier '${place}'`)
      return written(place, shape ?? '', kind, values[used++])
    },
  )
}

function written(place: string, shape: string, kind: string, value: unknown): string {
  if (kind === 's' && shape === '' && typeof value === 'string') return value
  if (kind === 'd' && shape === '' && Number.isInteger(value)) return String(value)
  const digits = /^\.(\d+)$/.exec(shape)?.[1]
  if (kind === 'f' && digits !== undefined && typeof value === 'number') return value.toFixed(Number(digits))
  throw notEmulated(`Utilities.formatString ${JSON.stringify(place)} of ${typeof value}`)
}
