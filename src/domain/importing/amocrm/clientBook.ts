/** Finds or makes the client of an imported row: one organisation with one phone or one e-mail is one client. */

import { blanksFilled, type Client, emptyClient, organisationKinds } from '../../client/client'
import { organisationKey } from '../../client/organisation'
import { phoneKey } from '../../client/phone'
import type { Deal } from '../../deal/deal'
import { folded } from '../../text/fold'
import type { LocalDateTime } from '../../time/localTime'
import type { TableRow } from '../sheetTable'
import { isEmail, readDay } from '../wording'

/** On a client that an import has made: its moment. */
export function importMark(at: LocalDateTime): string {
  return `import:${at}`
}

export class ClientBook {
  private readonly byKey = new Map<string, number>()
  private readonly fresh = new Map<number, Client>()

  constructor(
    existing: readonly Client[],
    private nextId: number,
  ) {
    for (const client of existing) this.index(client)
  }

  /** № of the row's client, made when there is none yet; null when the row names nobody. Blanks of a new client are filled from later rows. */
  take(row: TableRow, deal: Deal): number | null {
    const read = readClient(row, deal)
    if (read.organisation === '' && read.contact === '' && read.phone === '' && read.email === '') {
      row.complain('Компания', 'не указаны ни организация, ни контакт: сделка загружена без клиента')
      return null
    }
    const known = keysOf(read)
      .map((key) => this.byKey.get(key))
      .find((id) => id !== undefined)
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
    for (const key of keysOf(client)) if (!this.byKey.has(key)) this.byKey.set(key, client.id)
  }
}

/** By phone and by e-mail, each with the organisation; without both, by organisation and contact. */
function keysOf(client: Client): string[] {
  const organisation = organisationKey(client.organisation)
  const phone = client.phoneKey === '' ? [] : [`${client.phoneKey} ${organisation}`]
  const email = client.email === '' ? [] : [`${folded(client.email)} ${organisation}`]
  const keys = [...phone, ...email]
  return keys.length > 0 ? keys : [`${folded(client.contact)} ${organisation}`]
}

function readClient(row: TableRow, deal: Deal): Client {
  return {
    ...emptyClient,
    version: 1,
    organisation: deal.organisation,
    kind: readKind(row),
    contact: deal.contact,
    phone: deal.phone,
    phoneKey: phoneKey(deal.phone),
    email: readEmail(row),
    municipality: row.text('Муниципалитет'),
    messenger: row.text('Мессенджер'),
    consentDate: readDay(row.cell('Согласие на обработку ПД')),
    created: deal.received,
    outsideIds: deal.importedAt === null ? '' : importMark(deal.importedAt),
  }
}

function readKind(row: TableRow): string {
  const text = row.text('Вид организации')
  const kind = organisationKinds.find((known) => folded(known) === folded(text))
  if (kind === undefined && text !== '')
    row.complain('Вид организации', `неизвестный вид «${text}»; бывают: ${organisationKinds.join(', ')}`)
  return kind ?? ''
}

function readEmail(row: TableRow): string {
  const email = row.text('Рабочий email (контакт)')
  if (email === '' || isEmail(email)) return email
  row.complain('Рабочий email (контакт)', `«${email}» не похоже на адрес`)
  return ''
}
