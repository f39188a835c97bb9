/** A fixed part of many cases: `1/20` takes one of twenty by its name, the same ones whatever is added beside them. */
import { createHash } from 'node:crypto'

export function isInShare(name: string, share: string): boolean {
  const [at = 1, of = 1] = share.split('/').map(Number)
  return createHash('sha1').update(name).digest().readUInt32BE(0) % of === at - 1
}
