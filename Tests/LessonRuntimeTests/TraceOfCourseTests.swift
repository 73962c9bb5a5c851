import Algebra
import LessonRuntime
import LessonTestSupport
import Rendering
import TestSupport
import Testing
import Transcript

/// The traces of all lessons, held against the schema and against the pages.
@Suite("Traces of the course")
struct TraceOfCourseTests {
  private static let schema = Result {
    try JSONSchema(PackageFolder("Sources/Rendering/Rendering.docc").text(of: "trace.schema.json"))
  }

  // All of them are held against it by another validator: `.ci/formats/check-valid`.
  @Test(
    "fit the published schema",
    arguments: try CourseLesson.course().enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
      + CourseLesson.examples())
  func schema(lesson: CourseLesson) throws {
    let text = TraceRenderer().text(of: lesson.transcript)
    #expect(try Self.schema.get().fault(of: JSONDocument(reading: text)) == nil)
  }

  @Test("have each number of the page, in its order", arguments: try CourseLesson.course())
  func numbers(lesson: CourseLesson) throws {
    let transcript = lesson.transcript
    let trace = try JSONValue(reading: Array(TraceRenderer().text(of: transcript).utf8))
    let parts = try #require(trace["parts"]?.elements)
    #expect(parts.count == transcript.parts.count)
    var count = 0
    for (part, traced) in zip(transcript.parts, parts) {
      for (page, lines) in Self.pieces(part, traced, transcript) {
        let numerals = Numerals(of: page)
        count += numerals.all.count
        let known = TracedNumerals(lines)
        let missing = part.hasOrder ? known.firstOutOfOrder(numerals.all) : known.firstMissing(numerals.all)
        #expect(missing == nil, "\(page)\n\(lines.line)")
      }
    }
    #expect(count > 20)
  }

  /// What the page has, piece by piece, and what the trace has of that.
  private static func pieces(
    _ part: Transcript.Part, _ traced: JSONValue, _ transcript: Transcript
  ) -> [(page: String, trace: JSONValue)] {
    let renderer = TextRenderer(callsExp: transcript.hasValueCalledE)
    guard case .step(let step) = part else {
      let page = renderer.text(of: Transcript(lesson: "", title: "", sources: [], parts: [part]))
      return [(page, traced)]
    }
    let lines = step.lines.filter { $0.content != .blank }
    return zip(lines, traced["lines"]?.elements ?? []).map {
      (renderer.text(of: Step(name: "", lines: [$0])), $1)
    }
  }
}

extension Transcript.Part {
  /// Whether the page has its numbers in the order of the trace: answers stand at its end.
  fileprivate var hasOrder: Bool { if case .question = self { false } else { true } }
}

/// The numerals of a text, those in names among them, in their order.
private struct Numerals {
  var all: [Substring] = []

  private static let raised = Dictionary(uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))

  init(of text: String) {
    // Most of the texts of a trace are words.
    guard text.contains(where: { $0.isNumber }) else { return }
    var plain = ""
    var isRaised = false
    for character in text {
      defer { isRaised = Self.raised[character] != nil }
      if let digit = Self.raised[character] {
        plain += isRaised ? String(digit) : "^" + String(digit)
      } else {
        plain += character == "½" ? "1/2" : character == "−" ? "-" : String(character)
      }
    }
    all = plain.matches(of: /[0-9]+(\.[0-9]+)?(e[-+][0-9]+)?/).map { plain[$0.range] }
  }
}

/// The numerals of a piece of a trace.
private struct TracedNumerals {
  /// Those of what stands in the order of the page.
  private var inOrder: [Substring] = []
  /// Those of what stands beside it, and how many there are of each thing.
  private var beside: Set<Substring> = []

  init(_ value: JSONValue) { add(value, isBeside: false) }

  private mutating func add(_ value: JSONValue, isBeside: Bool) {
    switch value {
    case .string(let text): add(Numerals(of: text).all, isBeside)
    case .array(let values): for value in values { add(value, isBeside: isBeside) }
    case .object(let members): add(members, isBeside)
    case .null, .bool, .number: break
    }
  }

  private mutating func add(_ members: [JSONValue.Member], _ isBeside: Bool) {
    let value = JSONValue.object(members)
    // The signs that number the items of a list.
    if let items = value["list"]?.elements, let start = value["start"]?.double.map({ Int($0) }) {
      for (index, item) in items.enumerated() {
        add([Substring(String(start + index))], isBeside)
        add(item, isBeside: isBeside)
      }
      return
    }
    // How many nodes and weights a network has, and how many hints and mistakes a question.
    let counts = ["nodes", "connections", "hints", "mistakes"].compactMap { value[$0]?.elements?.count }
    if let most = counts.max() { beside.formUnion((0...most).map { Substring(String($0)) }) }
    for member in members {
      switch (member.name, member.value) {
      case ("number", .number(let digits)): add([Substring(digits)], isBeside)
      case ("digits", .number(let digits)): add([Substring(digits)], true)
      // Comments and remarks stand beside the first line or the last.
      case ("comment", let text), ("remark", let text), ("picture", let text), ("otherwise", let text):
        add(text, isBeside: true)
      case ("numbers", .array): break  // They stand in the formula.
      default: add(member.value, isBeside: isBeside || members.contains { $0.name == "nodes" })
      }
    }
  }

  private mutating func add(_ numerals: [Substring], _ isBeside: Bool) {
    if isBeside { beside.formUnion(numerals) } else { inOrder += numerals }
  }

  /// The first of `numerals` that does not follow those before it.
  func firstOutOfOrder(_ numerals: [Substring]) -> Substring? {
    var rest = inOrder[...]
    for numeral in numerals {
      if rest.first == numeral {
        rest.removeFirst()
      } else if let place = beside.contains(numeral) ? nil : rest.firstIndex(of: numeral) {
        rest = rest[(place + 1)...]
      } else if !beside.contains(numeral) {
        return numeral
      }
    }
    return nil
  }

  /// The first of `numerals` that is not there.
  func firstMissing(_ numerals: [Substring]) -> Substring? {
    numerals.first { !inOrder.contains($0) && !beside.contains($0) }
  }
}
