/** I1: requests that come at the same time, again, or die half-way: one deal each, none lost, no number given twice. */

import { deathFaults } from '../fixtures/deaths'
import { deskWorld } from '../fixtures/desk'
import { dealCount, formPost, jsonPost, payload, post, posting, webAnswer } from '../fixtures/intakeDesk'
import { expectOneDealEach } from '../fixtures/postedTwice'
import { inEveryOrder } from '../fixtures/races'
import { registerEqualsJournal } from '../fixtures/register'

test('20 posts of 10 requests: 10 deals, and every answer names the same deal twice', () => expectOneDealEach(10))

describe('two posts at once, their runs changed at every service call', () => {
  const world = deskWorld()
  const count = dealCount(world)
  const one = jsonPost({ name: 'Анна', phone: '89114160123', text: 'Вопрос' })
  const other = jsonPost({ name: 'Вера', phone: '89114160124', text: 'Вопрос' })

  test('of the same request: exactly one deal', () => {
    const orders = inEveryOrder(world, [posting(world, one), posting(world, one)], 2, (after, records) => {
      const [first, second] = records.map(webAnswer)
      expect(first?.ok).toBe(true)
      expect(second).toEqual(first)
      expect(dealCount(after)).toBe(count + 1)
    })
    expect(orders).toBeGreaterThan(10)
  })

  test('of two requests: two deals, two numbers', () => {
    inEveryOrder(world, [posting(world, one), posting(world, other)], 2, (after, records) => {
      expect(new Set(records.map((record) => webAnswer(record).id)).size).toBe(2)
      expect(dealCount(after)).toBe(count + 2)
      registerEqualsJournal(after)
    })
  })
})

describe('a post that dies at any of its calls', () => {
  const world = deskWorld()
  const one = formPost(payload('tilda.txt'))
  const { calls } = world.fork().invoke(posting(world, one))

  test('is written once when the sender comes again', () => {
    for (const fault of deathFaults(calls)) {
      const after = world.fork()
      after.invoke(posting(after, one), [fault])
      after.state.lock.heldBy = null
      expect(post(after, one).ok).toBe(true)
      expect(dealCount(after)).toBe(dealCount(world) + 1)
    }
  })

  test('asks for a repeat when Google fails, and says nothing of the office', () => {
    for (const { n: at } of calls.filter(({ leaves }) => leaves)) {
      const after = world.fork()
      const record = after.invoke(posting(after, one), [
        { at, kind: 'fail', message: 'Service Spreadsheets timed out while accessing document with id X' },
      ])
      const answer = webAnswer(record)
      if (!answer.ok) expect(answer).toEqual({ ok: false, busy: true, error: expect.stringMatching(/Отправьте эту же заявку ещё раз/) })
      expect(JSON.stringify(record.logs)).not.toMatch(/416|Анна|mayak/)
    }
  })
})
