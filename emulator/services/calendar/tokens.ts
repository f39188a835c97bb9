/** Page tokens and sync tokens of Events.list: opaque to the script, readable here. */

/** What a later call needs to go on with the same list. */
export interface ListState {
  /** Whose list it was; absent in tokens of older worlds. */
  readonly calendar?: string
  /** Calendar revision at which the list, or its first page, was made. */
  readonly revision: number
  readonly singleEvents: boolean
  readonly eventTypes?: readonly string[]
  /** Bounds of the first list, as given. */
  readonly timeMin?: string
  readonly timeMax?: string
}

export interface PageState extends ListState {
  /** Sort key of the last event given. */
  readonly after: string
  /** Revision since which changes are listed; absent in a full list. */
  readonly since?: number
}

const encode = (state: object): string => Buffer.from(JSON.stringify(state)).toString('base64url')

export const mintToken = (state: ListState): string => `S${encode(state)}=`
export const mintPage = (state: PageState): string => `P${encode(state)}`

/** undefined for what we did not mint. */
export const readToken = (token: string): ListState | undefined => decode(token, 'S') as ListState | undefined
export const readPage = (token: string): PageState | undefined => decode(token, 'P') as PageState | undefined

const decode = (token: string, kind: string): unknown => {
  if (!token.startsWith(kind)) return undefined
  try {
    const state = JSON.parse(Buffer.from(token.slice(1), 'base64url').toString())
    return typeof state?.revision === 'number' ? state : undefined
  } catch {
    return undefined
  }
}
