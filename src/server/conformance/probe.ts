/** What a probe is: a question to Google's services that can be put to the emulator and to Google alike. */

/** Documented by Google; observed on Google by somebody named; assumed, as nobody tells. */
export type Label = 'documented' | 'observed' | 'assumed'

/** Empty places made for one probe; nothing else of the account may be touched. */
export interface Scratch {
  readonly spreadsheetId: string
  readonly sheetName: string
  readonly sheetId: number
  readonly calendarId: string
}

/** The only thing of ours that a probe may call: the rest of its code stands inside `run`. */
export interface Tools {
  /** 'name: message' of what the work throws, 'no error' where it throws nothing. */
  failure(work: () => unknown): string
}

export interface Probe<Given = never> {
  readonly name: string
  readonly label: Label
  /** Permissions beyond none, by the last part of their address: 'spreadsheets'. */
  readonly needs: readonly string[]
  /** What `run` is given beside its scratch; JSON. */
  readonly given?: Given
  /** Self-contained: its source is sent to the script. Answers plain JSON. */
  run(scratch: Scratch, given: Given, tools: Tools): unknown
  readonly expect: unknown
}

export type AnyProbe = Probe<never>

/** Keeps the type of `given` while a probe is written. */
export const probeOf = <Given>(probe: Probe<Given>): AnyProbe => probe as AnyProbe

export const tools: Tools = {
  failure(work) {
    try {
      work()
      return 'no error'
    } catch (error) {
      const { name, message } = error as Error
      return `${name}: ${message}`
    }
  },
}

/** What it answers here, as JSON tells it; a probe that throws answers so. */
export function answerOf(probe: AnyProbe, scratch: Scratch): unknown {
  try {
    return plain(probe.run(scratch, (probe.given ?? null) as never, tools))
  } catch (error) {
    const { name, message } = error as Error
    return { threw: `${name}: ${message}` }
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** Two answers tell the same, whatever the order of their members. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, ordered(one)]),
  )
}
