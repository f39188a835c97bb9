/** Finds or makes the client of an imported row. */

import { blanksFilled, type Client } from '../../client/client'
import { signsOf } from '../../client/likeness'
import { whoIs } from '../../client/meant/whoIs'
import type { LocalDateTime } from '../../time/localTime'
import type { TableRow } from '../sheetTable'

/** On a client that an import has made: its moment. */
export function importMark(at: LocalDateTime): string {
  return `import:${at}`
}

/** Who is who is the matcher's to say (whoIs.ts); cards are looked up by what they share with the row, so that a long file costs no more. */
export class ClientBook {
  private readonly bySign = new Map<string, Set<number>>()
  private readonly all = new Map<number, Client>()
  private readonly fresh = new Map<number, Client>()
  /** Every sign that a row was looked up by. */
  readonly asked = new Set<string>()

  constructor(
    existing: readonly Client[],
    private nextId: number,
  ) {
    for (const client of existing) this.index(client)
  }

  /** № of the row's client, made when there is none yet; null when the row names nobody. Blanks of a new client are filled from later rows. */
  take(row: TableRow, read: Client): number | null {
    if (read.organisation === '' && read.contact === '' && read.phone === '' && read.email === '') {
      row.complain('Компания', 'не указаны ни организация, ни контакт: сделка загружена без клиента')
      return null
    }
    const known = this.known(read)
    if (known === undefined) return this.add(read)
    const fresh = this.fresh.get(known)
    if (fresh !== undefined) this.put({ ...fresh, ...blanksFilled(fresh, read) })
    return known
  }

  /** The clients made, in the order of their №. */
  added(): Client[] {
    return [...this.fresh.values()]
  }

  private add(read: Client): number {
    const client = { ...read, id: this.nextId }
    this.nextId += 1
    this.put(client)
    return client.id
  }

  private put(client: Client): void {
    this.fresh.set(client.id, client)
    this.index(client)
  }

  private index(client: Client): void {
    this.all.set(client.id, client)
    for (const sign of signsOf(client)) this.bySign.set(sign, (this.bySign.get(sign) ?? new Set()).add(client.id))
  }

  /** A row that tells neither phone nor e-mail is of the one card with that person of that organisation. */
  private known(read: Client): number | undefined {
    const signs = signsOf(read)
    for (const sign of signs) this.asked.add(sign)
    const sharing = [...new Set(signs.flatMap((sign) => [...(this.bySign.get(sign) ?? [])]))]
    const cards = sharing.flatMap((id) => this.all.get(id) ?? [])
    const sure = whoIs(read, cards).known?.id
    return sure ?? (read.phone === '' && read.email === '' && cards.length === 1 ? cards[0]?.id : undefined)
  }
}
