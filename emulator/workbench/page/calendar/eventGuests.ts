/** Guests of an event: their answers, given for them here, and a field to invite another one. Each takes effect at once. */
import type { GuestView } from '../../wire'
import { el, fill, icon, icons } from '../dom'
import { attempt } from '../head/toasts'
import { post } from '../requests'
import { select } from './formParts'

const answers: readonly (readonly [string, string])[] = [
  ['needsAction', 'Не ответил'],
  ['accepted', 'Придёт'],
  ['tentative', 'Возможно'],
  ['declined', 'Не придёт'],
]

export const guestList = (address: string, given: readonly GuestView[]): HTMLElement => {
  let guests = given
  const list = el('ul', { class: 'guests' })
  const draw = (): void => fill(list, guests.map(line))
  const uninvite = (email: string): void =>
    attempt(async () => {
      await post(`${address}/guests`, { uninvite: email })
      guests = guests.filter((guest) => guest.email !== email)
      draw()
    })
  const line = (guest: GuestView): HTMLElement => {
    const answer = select('answer', answers, guest.answer)
    answer.setAttribute('aria-label', `Ответ: ${guest.email}`)
    answer.addEventListener('change', () => attempt(() => post(`${address}/answer`, { guest: guest.email, answer: answer.value })))
    const remove = { type: 'button', class: 'iconButton', 'aria-label': `Убрать: ${guest.email}`, onclick: () => uninvite(guest.email) }
    return el('li', {}, el('span', {}, guest.email), answer, el('button', remove, icon(icons.close)))
  }
  const invite = async (email: string): Promise<void> => {
    await post(`${address}/guests`, { invite: email })
    guests = [...guests.filter((guest) => guest.email !== email), { email, answer: 'needsAction' }]
    draw()
  }
  draw()
  return el('div', { class: 'guestPart' }, el('span', {}, 'Гости'), list, inviteField(invite))
}

const inviteField = (invite: (email: string) => Promise<void>): HTMLElement => {
  const input = el('input', { type: 'email', name: 'guest', 'aria-label': 'Почта гостя', placeholder: 'почта гостя', autocomplete: 'off' })
  const send = (): void =>
    attempt(async () => {
      await invite(input.value.trim())
      input.value = ''
    })
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    send()
  })
  const button = el('button', { type: 'button', class: 'plain', onclick: send }, 'Пригласить')
  return el('span', { class: 'inviteRow' }, input, button)
}
