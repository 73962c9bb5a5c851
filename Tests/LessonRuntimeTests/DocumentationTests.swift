import Algebra
import Foundation
import LessonRuntime
import LessonTestSupport
import TestSupport
import Testing

@testable import LessonLanguage
@testable import LessonProgram

/// What the documentation says of the program, held against the program.
@Suite struct DocumentationTests {
  @Test func `the lesson whose life is told prints what is told`() throws {
    let page = try PackageFolder("Sources/LessonRuntime/LessonRuntime.docc").text(
      of: "The-Life-of-a-Lesson.md")
    let lesson = try block("````lesson", "````", of: page)
    let working = try block("```transcript", "```", of: page)
    let fixture = LessonFixture(text: lesson)
    #expect(fixture.errors == "")
    let expected = working.split(separator: "\n").map { $0.dropFirst(4) }.joined(separator: "\n")
    #expect(fixture.working().hasSuffix("\n\n" + expected))
  }

  @Test(arguments: ["The-Life-of-a-Lesson.md", "Contributing.md"])
  func `the files and types that an article names are there`(article: String) throws {
    let page = try PackageFolder("Sources/LessonRuntime/LessonRuntime.docc").text(of: article)
    let files =
      try ["/Package.swift"]
      + ["Sources", "Tests", ".ci"].flatMap { folder in
        try PackageFolder(folder).paths().map { "/\(folder)/\($0)" }
      }
    let declared = try Self.declaredNames.get()
    var count = 0
    for span in codeSpans(of: withoutFences(page)) where !span.contains("…") && !span.contains("NN") {
      if let path = span.wholeMatch(of: /[\w.+\/-]+\.(swift|txt|md)|(Sources|Tests|\.ci)\/[\w\/+-]+\/?/)?
        .output.0
      {
        count += 1
        let end = "/" + (path.hasSuffix("/") ? path.dropLast() : path)
        #expect(files.contains { $0.hasSuffix(end) }, "there is no \(path)")
      } else if let names = span.wholeMatch(of: /([A-Z]\w+)(?:\.(\w+))?(?:\(.*\))?/)?.output {
        count += 1
        for name in [names.1, names.2].compactMap(\.self) {
          let isTarget = files.contains {
            $0.hasPrefix("/Sources/\(name)/") || $0.hasPrefix("/Tests/\(name)/")
          }
          // A folder within a target, or a suite of tests.
          let isOther = files.contains { $0.contains("/\(name)/") || $0.hasSuffix("/\(name).swift") }
          #expect(declared.contains(String(name)) || isTarget || isOther, "nothing is called \(name)")
        }
      }
    }
    #expect(count > 20)
  }

  /// The names that stand in the sources behind a word that declares.
  private static let declaredNames = Result {
    let sources = PackageFolder("Sources")
    return try sources.paths().filter { $0.hasSuffix(".swift") }.reduce(into: Set<String>()) { names, path in
      names.formUnion(declaredNames(in: Array(try sources.text(of: path).utf8)))
    }
  }

  private static func declaredNames(in code: [UInt8]) -> Set<String> {
    let words: Set = ["struct", "enum", "class", "protocol", "func", "var", "let", "case", "typealias"]
    let space = UInt8(ascii: " ")
    var names: Set<String> = []
    /// Where the word, or what stands between two words, began.
    var start = 0
    var isDeclared = false
    for (index, byte) in code.enumerated() where !isWordByte(byte) {
      if isDeclared, index > start { names.insert(String(decoding: code[start..<index], as: UTF8.self)) }
      let length = index - start
      isDeclared =
        byte == space && length >= 3 && length <= 9
        && words.contains(String(decoding: code[start..<index], as: UTF8.self))
      start = index + 1
    }
    return names
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F || byte >= 0x80
  }

  /// What stands between two lines of the page.
  private func block(_ opening: String, _ closing: String, of page: String) throws -> String {
    let start = try #require(page.range(of: "\n\(opening)\n"))
    let end = try #require(page.range(of: "\n\(closing)\n", range: start.upperBound..<page.endIndex))
    return page[start.upperBound..<end.lowerBound] + "\n"
  }

  // MARK: - The tables of the lesson format

  @Test func `the page on the format lists the functions that there are, each as it is called`() throws {
    let section = try block("## Functions", "```calc", of: LessonFormat.page)
    let items = section.components(separatedBy: "\n- ").dropFirst()
    let code = items.flatMap(codeSpans)
    // A list of names is one span, and so is a list of calls.
    let words = Set(code.flatMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init) })
    let names =
      Function.all.map(\.name) + FamilyFunction.allCases.map(\.rawValue)
      + ComposedFunction.allCases.map(\.rawValue)
    #expect(names.filter { !words.contains($0) } == [])
    // What stands in front of a parenthesis is a function.
    let called = Set(
      code.flatMap { $0.matches(of: /([A-Za-z_][A-Za-z_0-9]*)\(/).map { String($0.output.1) } })
    #expect(called.subtracting(names).sorted() == [])
    let ofOne = items.first.map(codeSpans)?.first?.split { $0 == " " || $0 == "\n" }.map(String.init) ?? []
    #expect(Set(ofOne) == Set(Function.all.filter { $0.arity == 1...1 }.map(\.name)))
    for function in Function.all where function.parameters.count == 2 {
      #expect(code.contains(function.signature), "\(function.signature)")
    }
  }

  @Test func `the page on the format lists the optimizers that there are, with their settings`() throws {
    let rows = try tableRows(behind: "| optimizer | settings and what they are unless given |")
    var listed: [String: [String]] = [:]
    for row in rows {
      var settings = codeSpans(of: row[1])
      if row[1].contains("those of"), let other = settings.first {
        settings = (listed[other] ?? []) + settings.dropFirst()
      }
      for name in codeSpans(of: row[0]) { listed[name] = settings }
    }
    let expected = Dictionary(
      uniqueKeysWithValues: Optimizer.all.map { optimizer in
        (
          optimizer.name,
          optimizer.settings.map { $0.label + ($0.fallback.map { ": \(short($0))" } ?? "") }
        )
      })
    #expect(listed == expected)
  }

  @Test func `the page on the format lists the options of optimizers`() throws {
    var listed: [String] = []
    for row in try tableRows(behind: "| option | what it does | as in |") {
      let spans = codeSpans(of: row[0])
      listed += spans.dropFirst().map { "\(spans[0].prefix { $0 != ":" }) of \($0)" }
    }
    let expected = Optimizer.all.flatMap { optimizer in
      optimizer.options.map { "\($0.label) of \(optimizer.name)" }
    }
    #expect(listed.sorted() == expected.sorted())
  }

  @Test func `the names that hints of the language know are those that there are`() {
    #expect(FunctionWords.all == Set(Function.all.filter { $0.arity == 1...1 }.map(\.name)))
    #expect(FunctionWords.ofFamilies == Set(FamilyFunction.allCases.map(\.rawValue)))
    #expect(Optimizer.all.allSatisfy { FunctionHabit.isOptimizer($0.name) })
  }

  /// The number as the page writes it: `1e-8`.
  private func short(_ number: Number) -> String { (number.text ?? "").replacing("e-0", with: "e-") }

  /// The cells of the table with that head, row by row.
  private func tableRows(behind head: String) throws -> [[String]] {
    let lines = LessonFormat.page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: head))
    let rows = lines.dropFirst(start + 2).prefix { $0.hasPrefix("|") }
    try #require(!rows.isEmpty)
    return rows.map { $0.split(separator: "|").map(String.init) }
  }

  /// The page without its fenced blocks.
  private func withoutFences(_ page: String) -> String {
    var closing: String?
    var lines: [Substring] = []
    for line in page.split(separator: "\n") {
      let fence = String(line.prefix { $0 == "`" })
      if let end = closing {
        if line == end { closing = nil }
      } else if fence.count >= 3 {
        closing = fence
      } else {
        lines.append(line)
      }
    }
    // The link to a symbol stands in two of them.
    return lines.joined(separator: "\n").replacing("``", with: "`")
  }

  /// What stands in backquotes.
  private func codeSpans(of text: String) -> [String] {
    text.matches(of: /`([^`]+)`/).map { String($0.output.1) }
  }
}
