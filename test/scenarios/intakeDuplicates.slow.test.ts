/** Issue 3, «Duplicates»: a repeated request is joined, two cards of one client are merged, and it can be taken back. */

import type { World } from '../../emulator/world/types'
import { call, deskWorld, director, done, refusal } from '../fixtures/desk'
import { jsonPost, post } from '../fixtures/intakeDesk'
import { registerEqualsJournal, rowById } from '../fixtures/register'

describe('a repeated request is joined', () => {
  const body = { name: 'Анна', phone: '89119008070', org: 'АНО «Пристань»' }

  test('to the open one: «дубль», a note on both', () => {
    const world = deskWorld()
    const [first = 0, second = 0] = ['Первый вопрос', 'Второй вопрос'].map((text) => post(world, jsonPost({ ...body, text })).id ?? 0)
    const open = (id: number) => done(world, 'deal/open', { id, row: null, clientId: null })
    const { repeats } = done(world, 'deal/repeats', { deal: open(second).ref })
    expect(repeats.map(({ ref }) => ref.id)).toEqual([first])
    const card = done(world, 'deal/join', { deal: open(second).ref, into: repeats[0]?.ref ?? open(first).ref })
    expect(card.deal).toMatchObject({
      id: first,
      stage: 'unsorted',
      comments: expect.stringContaining(`повторная заявка № ${second}: Второй вопрос`),
    })
    expect(rowById(world, 'Сделки', second)).toMatchObject({
      Этап: 'Неуспешные',
      'Причина отказа': 'дубль',
      Комментарии: expect.stringContaining(`№ ${first}`),
    })
    expect(refusal(world, 'deal/join', { deal: open(first).ref, into: open(second).ref })).toMatch(/закрыта/)
    expect(refusal(world, 'deal/join', { deal: open(first).ref, into: open(first).ref })).toMatch(/самой себе/)
    registerEqualsJournal(world)
  })
})

describe('two cards of one client', () => {
  function twoCards(world: World): { keep: number; drop: number; deals: number[] } {
    const ids = [
      { name: 'Анна', phone: '89119008070', org: 'АНО «Пристань»', text: '1' },
      { name: 'Вера', phone: '89119008071', org: 'Пристань', email: 'vera@pristan.example', city: 'Онега', text: '2' },
      { phone: '89119008071', text: '3' },
    ].map((body) => post(world, jsonPost(body)).id ?? 0)
    const clientOf = (id: number | undefined) => Number(rowById(world, 'Сделки', id ?? 0)['№ клиента'])
    return { keep: clientOf(ids[0]), drop: clientOf(ids[1]), deals: ids }
  }

  test('become one with both histories, and two again', () => {
    const world = deskWorld()
    const { keep, drop, deals } = twoCards(world)
    const before = [keep, drop].map((id) => ({ ...rowById(world, 'Клиенты', id), Версия: 0 }))
    expect(done(world, 'client/merge', { keep, drop })).toMatchObject({ deals: 2, client: { id: keep, email: 'vera@pristan.example' } })
    expect(deals.map((id) => rowById(world, 'Сделки', id))).toEqual(
      deals.map(() => expect.objectContaining({ '№ клиента': keep, Организация: 'АНО «Пристань»' })),
    )
    expect(rowById(world, 'Клиенты', drop)['Внешние номера']).toBe(`merged:${keep}`)
    expect(done(world, 'client/search', { text: 'пристань' }).matches.map(({ client }) => client.id)).toEqual([keep])
    expect(
      Number(rowById(world, 'Сделки', post(world, jsonPost({ phone: '89119008071', org: 'Пристань', text: '4' })).id ?? 0)['№ клиента']),
    ).not.toBe(drop)
    registerEqualsJournal(world)
    expect(done(world, 'client/unmerge', { drop })).toMatchObject({ deals: 2, client: { id: drop } })
    expect([keep, drop].map((id) => ({ ...rowById(world, 'Клиенты', id), Версия: 0 }))).toEqual(before)
    expect(deals.map((id) => rowById(world, 'Сделки', id)['№ клиента'])).toEqual([keep, drop, drop])
    registerEqualsJournal(world)
  })

  test('what was changed since stays as it is; twice merged or separated is refused with the reason', () => {
    const world = deskWorld()
    const { keep, drop, deals } = twoCards(world)
    done(world, 'client/merge', { keep, drop }, director)
    const card = done(world, 'deal/open', { id: deals[1] ?? 0, row: null, clientId: null })
    done(world, 'client/fill', { deal: card.ref, fields: { email: 'new@pristan.example' } })
    expect(refusal(world, 'client/merge', { keep, drop })).toMatch(new RegExp(`уже объединена с карточкой № ${keep}`))
    expect(refusal(world, 'client/merge', { keep, drop: keep })).toMatch(/одна и та же/)
    done(world, 'client/unmerge', { drop })
    expect(rowById(world, 'Клиенты', keep)['E-mail']).toBe('new@pristan.example')
    expect(refusal(world, 'client/unmerge', { drop })).toMatch(/ни с какой другой не объединена/)
    expect(call(world, 'client/merge', { keep, drop }, 'gg0@example.org')).toMatchObject({ ok: false, problem: { code: 'notAllowed' } })
  })
})
