/** Consent at every door of the shipped bundle: day, wording and door stand on the card, or nothing does; taken back and given anew. */
import type { World } from '../../emulator/world/types'
import type { Client } from '../../src/domain/client/client'
import { consentSources, consentTexts } from '../../src/domain/text/consentText.ru'
import { completeClient, createInput, deskWorld, done, phoned, setSetting } from '../fixtures/desk'
import { formInput, markOf, sendForm, taken } from '../fixtures/formDesk'
import { formPost, jsonPost, post } from '../fixtures/intakeDesk'
import { registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

const today = '2026-11-23'
const policy = 'https://centre.example.org/policy'
const label = 'Согласие на обработку персональных данных'
const long = `Я даю согласие на обработку персональных данных ${'и читаю условия до конца; '.repeat(90).trim()}`
const person = { organisation: completeClient.organisation, contact: completeClient.contact, phone: completeClient.phone }

/** How a door is used: the deal that came by it. `yes` = consent is given. */
interface Door {
  readonly use: (world: World, yes: boolean) => number
  readonly text: string
  readonly source: string
  /** A known client's card waits for a person's «Записать в карточку». */
  readonly waits?: true
  /** Nothing is taken without consent. */
  readonly insists?: true
  readonly date?: string
}

const spoken = { text: consentTexts.spoken(consentTexts.question), source: consentSources.panel }
const posted = (world: World, body: object) => post(world, jsonPost(body)).id ?? 0
const told = { ...person, email: completeClient.email, text: 'Нужен устав' }
const letter = (yes: boolean) =>
  [
    `Организация: ${person.organisation}`,
    `Имя: ${person.contact}`,
    `Телефон: ${person.phone}`,
    yes ? `${label}: да` : '',
    'Вопрос: устав',
  ].join('\n')

function lettered(world: World, yes: boolean, letter: (yes: boolean) => string): number {
  const read = done(world, 'intake/readLetter', { text: letter(yes) })
  const clientId = read.matches[0]?.client.id ?? null
  const client = {
    ...completeClient,
    consentDate: read.client.consentDate ?? (clientId === null ? null : (read.matches[0]?.client.consentDate ?? null)),
  }
  return done(world, 'deal/create', createInput({ stage: 'unsorted', channel: 'email', clientId, client, letter: letter(yes) })).deal.id
}

function heard(world: World, consentDate: string | null): number {
  const clientId = rowsOf(world, 'Клиенты').find(({ cells }) => cells['Организация'] === person.organisation)?.cells['№']
  const client = { ...completeClient, consentDate }
  return done(
    world,
    'deal/create',
    createInput({ stage: 'unsorted', channel: 'email', clientId: clientId === undefined ? null : Number(clientId), client }),
  ).deal.id
}

function filledIn(world: World, yes: boolean): number {
  const card = done(world, 'deal/open', { id: heard(world, null), row: null, clientId: null })
  return yes ? done(world, 'client/fill', { deal: card.ref, fields: { consentDate: today } }).deal.id : card.deal.id
}

function formed(world: World, yes: boolean): number {
  setSetting(world, 'Политика обработки персональных данных (адрес)', policy)
  taken(sendForm(world, markOf(world), formInput({ ...person, email: completeClient.email, consent: yes, policy })))
  return Number(rowsOf(world, 'Сделки').at(-1)?.cells['№'])
}

const inWords = 'Даю согласие на обработку моих персональных данных.'

const doors: Readonly<Record<string, Door>> = {
  'the centre’s own form': {
    use: formed,
    text: `${label}: Даю согласие на обработку персональных данных; политика: ${policy}`,
    source: 'форма «Форма заявки центра»',
    waits: true,
    insists: true,
  },
  'a box ticked on a posted form': {
    use: (world, yes) =>
      post(world, formPost({ formname: 'Заявка', 'form name': 'Заявка', ...told, ...(yes ? { [label]: 'on' } : {}) })).id ?? 0,
    text: label,
    source: 'форма «Заявка»',
    waits: true,
  },
  'a long answer in its own words': {
    use: (world, yes) => posted(world, { ...told, [label]: yes ? long : 'Не согласен' }),
    text: `${label}: ${long}`,
    source: 'форма на сайте',
    waits: true,
  },
  'a technical name': {
    use: (world, yes) => posted(world, { ...told, 'acceptance-1': yes ? 'Я даю согласие на обработку персональных данных' : '' }),
    text: 'Я даю согласие на обработку персональных данных',
    source: 'форма на сайте',
    waits: true,
  },
  'a letter in a sentence': {
    use: (world, yes) => lettered(world, yes, (given) => `${letter(false)}\n\n${given ? inWords : ''}`),
    text: inWords,
    source: consentSources.letter,
  },
  'a letter': { use: (world, yes) => lettered(world, yes, letter), text: label, source: consentSources.letter },
  'the panel': { use: (world, yes) => heard(world, yes ? today : null), ...spoken },
  'the panel, with its own day': { use: (world, yes) => heard(world, yes ? '2026-11-21' : null), ...spoken, date: '2026-11-21' },
  'the card': { use: filledIn, ...spoken },
}

const open = (world: World, id: number) => done(world, 'deal/open', { id, row: null, clientId: null })

function keptOf(client: Client | null) {
  const { consentDate, consentText, consentSource, consentWithdrawn } = client ?? {}
  return { consentDate, consentText, consentSource, consentWithdrawn }
}

function inSheet(world: World, id: number) {
  const cells = rowById(world, 'Клиенты', id)
  return [cells['Согласие: текст'], cells['Согласие: откуда']]
}

describe.each(Object.entries(doors))('%s', (_name, { use, text, source, waits, insists, date = today }) => {
  const whole = { consentDate: date, consentText: text, consentSource: source, consentWithdrawn: null }

  test('given: day, wording and door, as they stand in the sheet', () => {
    const world = deskWorld()
    const { client } = open(world, use(world, true))
    expect(keptOf(client)).toEqual(whole)
    expect(inSheet(world, client?.id ?? 0)).toEqual([text, source])
    registerEqualsJournal(world)
  })

  test('not given: nothing is claimed', () => {
    const world = deskWorld()
    if (insists) expect(() => use(world, false)).toThrow(/соглас/i)
    else
      expect(keptOf(open(world, use(world, false)).client)).toEqual(
        keptOf({ ...whole, consentDate: null, consentText: '', consentSource: '' } as Client),
      )
  })

  test('taken back and given anew: the same record, and the withdrawal is over', () => {
    const world = deskWorld()
    const first = phoned(world, person.organisation, { client: { ...completeClient, consentDate: '2026-11-02' } })
    const gone = done(world, 'client/withdrawConsent', { deal: first.ref, date: '2026-11-20', reason: 'позвонил' })
    expect(gone.client?.consentWithdrawn).toBe('2026-11-20')
    let card = open(world, use(world, true))
    expect(card.deal.clientId).toBe(first.deal.clientId)
    if (waits) {
      expect(keptOf(card.client)).toEqual(keptOf(gone.client))
      card = done(world, 'deal/takeNews', { deal: card.ref, field: 'consentDate', take: true })
      expect(card.deal.news).not.toContain('consent')
    }
    expect(keptOf(card.client)).toEqual(whole)
    registerEqualsJournal(world)
  })
})
