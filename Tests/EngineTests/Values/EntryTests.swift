import Algebra
import Testing

@testable import Engine
@testable import LessonProgram

/// Given numbers that are alike share what is kept of them, which nobody notices.
@Suite struct EntryTests {
  private func environment() -> Environment { Environment(seed: 1, work: WorkBound(WorkBound.Limits())) }

  @Test func `a number that is set leaves those given alike as they were typed`() throws {
    let environment = environment()
    let half = Number(0.5, text: "0.5")
    for name in ["a", "b", "c"] { try environment.give(Name(name), 0.5, literal: half) }
    environment.set(Name("b"), to: 2, literal: Number(2, text: "2.0"))
    environment.set(Name("a"), to: 0.5)
    #expect(environment.number(of: Name("a")).text == nil)
    #expect(environment.number(of: Name("b")).text == "2.0")
    #expect(environment.number(of: Name("c")).text == "0.5")
  }

  @Test func `equal numbers are shown as each was typed`() throws {
    let environment = environment()
    for text in ["0.5", "0.50", "0.5"] {
      try environment.give(Name("x\(environment.entries.count)"), 0.5, literal: Number(0.5, text: text))
    }
    #expect(environment.entries.map(\.literal?.text) == ["0.5", "0.50", "0.5"])
  }

  @Test func `what is drawn alike is drawn under each name, until it is set`() throws {
    let environment = environment()
    let draw = Draw(.uniform, [0, 1])
    for name in ["a", "b"] { try environment.give(Name(name), draw, isRedrawn: true) }
    try environment.give(Name("c"), Draw(.uniform, [0, 2]), isRedrawn: true)
    try environment.give(Name("d"), draw, isRedrawn: false)
    #expect(environment.entries.map(\.draw) == [draw, draw, Draw(.uniform, [0, 2]), nil])
    #expect(environment.value(of: Name("a")) != environment.value(of: Name("b")))
    let entry = environment[Name("a")]
    environment.set(Name("a"), to: 1)
    #expect(environment.entries.map { $0.draw == nil } == [true, false, false, true])
    environment.restore(entry, to: 0.25)
    #expect(environment[Name("a")].draw == draw)
    #expect(environment.value(of: Name("a")) == 0.25)
  }

  @Test func `a name that is forgotten may be given again`() throws {
    let environment = environment()
    try environment.give(Name("a"), 1, literal: nil)
    for value in 1...100 {
      try environment.give(Name("row"), Double(value), literal: nil)
      #expect(environment.value(of: Name("row")) == Double(value))
      environment.forgetLast()
      #expect(!environment.has(Name("row")) && environment.has(Name("a")))
    }
  }
}
