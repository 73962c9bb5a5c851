import Diagnostics
import Foundation
import LessonDocument
import LessonLanguage
import TestSupport
import Testing

/// What the five lectures present, in 104 entries: each has its place in a lesson of the course, and its values are numbers of
/// checks there, or in the lesson of its number in `Lessons` beside this file.
///
/// That the checks hold is tested with the lessons.
@Suite("The entries of the course")
struct CourseEntriesTests {
  /// An entry: a row of `Entries.csv`.
  struct Entry: CustomTestStringConvertible {
    let number: Int
    let title: String
    /// The lessons that present it.
    let lessons: [String]
    /// Its values, each as it was computed apart, with at most fifteen digits.
    let values: [String]

    var testDescription: String { "\(number) \(title)" }

    init?(row: Substring) {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 4, let number = Int(fields[0]) else { return nil }
      self.number = number
      title = String(fields[1])
      lessons = fields[2].split(separator: "|").map(String.init)
      values = fields[3].split(separator: "|").compactMap {
        $0.split(separator: "=").last?.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  private static func entries() throws -> [Entry] {
    try PackageFolder("Tests/LessonRuntimeTests").text(of: "Entries.csv").split(separator: "\n").dropFirst()
      .map { row in try #require(Entry(row: row), "\(row)") }
  }

  /// The numbers in the checks of each lesson of the course, by the lesson's name.
  private static let courseNumbers: Result<[String: [PrintedNumber]], any Error> = Result {
    try numbers(in: "Lessons") { LessonDocument.name(ofFile: $0) }
  }

  /// Those of the worked examples, by their numbers.
  private static let exampleNumbers: Result<[String: [PrintedNumber]], any Error> = Result {
    try numbers(in: "Tests/LessonRuntimeTests/Lessons") { String($0.prefix { $0 != "-" }) }
  }

  private static func numbers(in path: String, key: (String) -> String) throws -> [String: [PrintedNumber]] {
    let folder = PackageFolder(path)
    var found: [String: [PrintedNumber]] = [:]
    for name in try folder.names(ending: ".md") {
      let document = LessonDocument(reading: SourceFile(name: name, text: try folder.text(of: name)))
      let numbers = document.parts.flatMap { part -> [PrintedNumber] in
        guard case .block(.cell(let cell)) = part.content, cell.kind == .check else { return [] }
        return parseCheck(document.file, cell.body).checks.filter { !$0.isSlip }.map(\.printed)
      }
      found[key(name), default: []] += numbers
    }
    return found
  }

  @Test func `are 104, each with a lesson that there is`() throws {
    let entries = try Self.entries()
    #expect(entries.map(\.number) == Array(1...104))
    let names = Set(try Self.courseNumbers.get().keys)
    for entry in entries {
      #expect(
        !entry.lessons.isEmpty && names.isSuperset(of: entry.lessons), "\(entry.number): \(entry.lessons)")
    }
  }

  @Test(arguments: try entries()) func `have each value met to the digits that it has`(entry: Entry) throws {
    let course = try Self.courseNumbers.get()
    let numbers =
      entry.lessons.flatMap { course[$0] ?? [] } + (try Self.exampleNumbers.get()["\(entry.number)"] ?? [])
    for value in entry.values {
      #expect(numbers.contains { Self.meets($0, value) }, "\(value)")
    }
  }

  /// Whether a printed number is a value: with few digits exactly, else to the thirteenth, as the last one of a check may be
  /// rounded or cut off.
  private static func meets(_ printed: PrintedNumber, _ value: String) -> Bool {
    guard let number = Double(value) else { return false }
    if printed.value == number { return true }
    guard number != 0, significantDigits(of: value) >= 13, significantDigits(of: printed.text) >= 13
    else { return false }
    let thirteenthDigit = pow(10, log10(abs(number)).rounded(.down) - 12)
    return abs(printed.value - number) <= 0.5001 * thirteenthDigit
  }

  private static func significantDigits(of text: String) -> Int {
    text.prefix { $0 != "e" && $0 != "E" }.filter(\.isNumber).drop { $0 == "0" }.count
  }

  @Test(arguments: [
    ("0.5", "0.5", true), ("0.50", "0.5", true), ("0.4999999", "0.5", false),
    ("0.6010878788484", "0.60108787884837", true),
    ("0.6010878788483", "0.60108787884837", false), ("0.60109", "0.60108787884837", false),
    ("-2", "2", false), ("2.4e-05", "0.000024", true), ("0", "0", true), ("0.1", "0", false),
  ])
  func `are not met by fewer digits or other ones`(printed: String, value: String, isMet: Bool) throws {
    let number = PrintedNumber(text: printed, value: try #require(Double(printed)), at: SourceRange(0, 0))
    #expect(Self.meets(number, value) == isMet)
  }
}
