/** Bad data in the office's sheets: all issues with their addresses, thrown by the reading side and caught in rpc.ts. */

import type { Issue } from '../../domain/problem'

export class DataError extends Error {
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ where, row, column, message }) => `${where}:${row ?? ''}:${column}: ${message}`).join('\n'))
    this.name = 'DataError'
    this.issues = issues
  }
}
