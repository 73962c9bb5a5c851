import Algebra
import TestSupport
import Testing

@testable import LessonProgram

@Suite struct NamePlacesTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `names that come and go are found where a dictionary has them`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var list: [Name] = []
    var places = NamePlaces()
    var expected: [Name: Int] = [:]
    for _ in 0..<2_000 {
      let name = Name("W", [Int.random(in: 0..<400, using: &random)])
      if Int.random(in: 0..<3, using: &random) == 0, let last = list.last {
        places.forget(last) { list[$0] }
        list.removeLast()
        expected[last] = nil
      } else if expected[name] == nil {
        expected[name] = list.count
        list.append(name)
        places.note(list.count - 1, of: name) { list[$0] }
      }
      #expect(places.place(of: name) { list[$0] } == expected[name])
    }
    for index in 0..<400 {
      let name = Name("W", [index])
      #expect(places.place(of: name) { list[$0] } == expected[name])
    }
  }

  @Test func `a name is found however its letters are composed`() {
    let list = [Name("e"), Name("\u{E9}")]
    var places = NamePlaces()
    places.makeRoom(for: 1_000) { list[$0] }
    for place in list.indices { places.note(place, of: list[place]) { list[$0] } }
    #expect(places.place(of: Name("e\u{301}")) { list[$0] } == 1)
    #expect(places.place(of: Name("f")) { list[$0] } == nil)
  }

  @Test func `nothing is found and nothing forgotten where there is nothing`() {
    var places = NamePlaces()
    places.forget(Name("a")) { _ in Name("a") }
    #expect(places.place(of: Name("a")) { _ in Name("a") } == nil)
  }

  @Test func `what comes and goes a thousand times takes no more room than once`() {
    var list: [Name] = []
    var places = NamePlaces()
    for pass in 0..<1_000 {
      list.append(Name("row\(pass)"))
      places.note(0, of: list[0]) { list[$0] }
      places.forget(list[0]) { list[$0] }
      list.removeLast()
    }
    #expect(places.slotCount <= 64)
  }
}
