/** What a probe is: a question to Google's services that can be put to the emulator and to Google alike. */

export type Label = 'documented' | 'observed' | 'assumed'

/** Empty places made for one probe; nothing else of the account may be touched. */
export interface Scratch {
  readonly spreadsheetId: string
  readonly sheetName: string
  readonly sheetId: number
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
